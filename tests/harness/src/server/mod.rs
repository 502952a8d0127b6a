//! A small HTTP server on loopback, so that no exercise needs the internet.
//!
//! It is written by hand and not taken from a library, since its use is to misbehave on purpose: it holds requests until
//! enough are in flight, cuts answers off and never answers.

mod answer;

use crate::Meeting;
use answer::answer;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

/// The server. It ends, with all its connections, when it is dropped.
///
/// | path | answer |
/// | --- | --- |
/// | `/ok/TEXT` | 200 and `TEXT` |
/// | `/missing` (and all others) | 404 |
/// | `/broken` | 500 |
/// | `/cut` | 200, announces more bytes than it sends, and closes |
/// | `/slow` | nothing, until the server ends |
#[derive(Debug)]
pub struct Server {
    shared: Arc<Shared>,
    address: SocketAddr,
    listening: Option<JoinHandle<()>>,
}

#[derive(Debug)]
struct Shared {
    meeting: Meeting,
    requests: AtomicUsize,
    ending: AtomicBool,
    /// Announces the end to those who hold a slow request; the lock protects nothing but the announcement.
    end: (Mutex<()>, Condvar),
}

impl Server {
    /// Listens on a free port of loopback. Answers no request before `together` are in flight; after that, and after
    /// anybody has waited longer than `harness::half_patience`, each at once.
    ///
    /// # Panics
    ///
    /// When no port of loopback can be had.
    pub fn start(together: usize) -> Server {
        let listener =
            TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port of loopback");
        let address = listener.local_addr().expect("the port's number");
        let shared = Arc::new(Shared {
            meeting: Meeting::new(together, "requests"),
            requests: AtomicUsize::new(0),
            ending: AtomicBool::new(false),
            end: Default::default(),
        });
        let listening = thread::spawn({
            let shared = Arc::clone(&shared);
            move || listen(&listener, &shared)
        });
        Server {
            shared,
            address,
            listening: Some(listening),
        }
    }

    /// The address of a path: `url("/ok/soup")`.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// How many requests have come in so far.
    pub fn requests(&self) -> usize {
        self.shared.requests.load(SeqCst)
    }

    /// # Panics
    ///
    /// With the verdict `serial` unless as many requests were in flight at once as [`Server::start`] was told.
    pub fn check_together(&self) {
        self.shared.meeting.check();
    }
}

/// An address of loopback where nobody listens: a connection is refused at once.
///
/// # Panics
///
/// When no port of loopback can be had.
pub fn refused_url() -> String {
    // The port was free a moment ago, and the system gives the next ones out first.
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port of loopback");
    let address = listener.local_addr().expect("the port's number");
    format!("http://{address}/")
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.ending.store(true, SeqCst);
        drop(self.shared.end.0.lock());
        self.shared.end.1.notify_all();
        // The listener sleeps in `accept`: one more connection wakes it.
        drop(TcpStream::connect(self.address));
        if let Some(listening) = self.listening.take() {
            let _ = listening.join();
        }
    }
}

/// Accepts until the end; every connection has a thread of its own, and all are joined.
fn listen(listener: &TcpListener, shared: &Arc<Shared>) {
    let mut connections = Vec::new();
    for stream in listener.incoming() {
        if shared.ending.load(SeqCst) {
            break;
        }
        let Ok(stream) = stream else { continue };
        let shared = Arc::clone(shared);
        connections.push(thread::spawn(move || serve(&stream, &shared)));
    }
    for connection in connections {
        let _ = connection.join();
    }
}

/// One request a connection. What goes wrong with a connection is the client's to report.
fn serve(stream: &TcpStream, shared: &Shared) {
    let _ = stream.set_read_timeout(Some(crate::half_patience()));
    let Some(path) = requested_path(stream) else {
        return;
    };
    shared.requests.fetch_add(1, SeqCst);
    shared.meeting.arrive();
    if path == "/slow" {
        let guard = shared.end.0.lock().unwrap_or_else(PoisonError::into_inner);
        let held = shared
            .end
            .1
            .wait_while(guard, |()| !shared.ending.load(SeqCst));
        drop(held);
        return;
    }
    let _ = answer(stream, &path);
}

/// The path of the first line, once the whole head has been read.
fn requested_path(stream: &TcpStream) -> Option<String> {
    let mut lines = BufReader::new(stream).lines();
    let first = lines.next()?.ok()?;
    let path = first.split(' ').nth(1)?.to_string();
    for line in lines {
        if line.ok()?.is_empty() {
            return Some(path);
        }
    }
    None
}
