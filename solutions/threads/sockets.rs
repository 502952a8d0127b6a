//! # Sockets: a waiter for every guest
//!
//! Guests come to the counter and say a line; the kitchen says it back. Every guest gets a waiter of its own, since guests
//! are slow: one of them comes, says nothing for an hour, and must not hold up the others. In the evening the kitchen
//! closes. The door is shut, the waiters tell the guests who still sit there that it is over, and all go home.

use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread::{self, JoinHandle};

/// A server that sends lines back.
pub struct Echo {
    /// Where it listens.
    address: SocketAddr,
    /// Announces that nobody is accepted any more.
    closing: Arc<AtomicBool>,
    /// The thread that accepts, and gives back how many lines were sent.
    accepting: JoinHandle<usize>,
}

impl Echo {
    /// Starts a server on a free port of loopback.
    ///
    /// # Errors
    ///
    /// When no port can be had.
    pub fn start() -> io::Result<Echo> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = listener.local_addr()?;
        let closing = Arc::new(AtomicBool::new(false));
        let flag = Arc::clone(&closing);
        let accepting = thread::spawn(move || accept(&listener, &flag));
        Ok(Echo {
            address,
            closing,
            accepting,
        })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Ends the server. Returns how many lines it has sent back.
    ///
    /// # Panics
    ///
    /// When a thread of the server has panicked.
    pub fn shutdown(self) -> usize {
        self.closing.store(true, SeqCst);
        // A thread that sleeps in `accept` sees no flag. One more guest wakes it, and then it looks.
        drop(TcpStream::connect(self.address));
        self.accepting.join().expect("the door opens and shuts")
    }
}

/// Accepts until the server closes; then ends all connections and gives back how many lines they have sent.
fn accept(listener: &TcpListener, closing: &AtomicBool) -> usize {
    let mut guests = Vec::new();
    while let Ok((stream, _)) = listener.accept() {
        if closing.load(SeqCst) {
            break;
        }
        // A second handle of the same connection, to end it from here.
        let Ok(door) = stream.try_clone() else {
            continue;
        };
        guests.push((door, thread::spawn(move || echo(&stream))));
    }
    // The decisive line: first end all the connections, then wait. Who sleeps in `read` wakes up with the end of the stream.
    for (door, _) in &guests {
        let _ = door.shutdown(Shutdown::Both);
    }
    let lines = guests.into_iter().map(|(_, waiter)| waiter.join());
    lines.map(|lines| lines.expect("no waiter panics")).sum()
}

/// Sends lines back until the guest hangs up, or the server does. Returns how many.
fn echo(mut stream: &TcpStream) -> usize {
    let (mut lines, mut line) = (0, Vec::new());
    let mut reader = BufReader::new(stream);
    // Bytes and not text: what is not UTF-8 goes back as it came.
    while matches!(reader.read_until(b'\n', &mut line), Ok(bytes) if bytes > 0) {
        if stream.write_all(&line).is_err() {
            break;
        }
        lines += 1;
        line.clear();
    }
    lines
}

// Wrong turns
// - one guest after the other: the silent one holds up all (wrong/one_at_a_time.rs is serial).
// - a flag that nobody sees, since the door sleeps in `accept` (wrong/sleeps_in_accept.rs never ends).
// - waiting for guests to leave: the silent one never does (wrong/waits_for_guests.rs never ends).
// - leaving the waiters behind: connections stay open after the end (wrong/waiters_left_behind.rs leaks).
