//! Where the processes of a program come in, and are counted.

use super::{Act, Actor};
use crate::{finding::Failure, half_patience, panics};
use std::any::Any;
use std::fmt;
use std::io;
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// Listens for a program's processes on loopback; each has a thread of the test's that plays it.
pub(super) struct Door {
    address: SocketAddr,
    limit: usize,
    word: String,
    act: Option<Act>,
    state: Mutex<State>,
    /// Somebody was let in.
    changed: Condvar,
}

#[derive(Default)]
struct State {
    /// How many were let in so far.
    started: usize,
    inside: usize,
    most: usize,
    /// The connections of all who were let in, to end them.
    connections: Vec<TcpStream>,
    overrun: bool,
    closed: bool,
    /// Of the actors' panics the first in the order of their texts: which actor is the first in time is left to chance.
    panic: Option<Panic>,
}

struct Panic {
    text: String,
    payload: Box<dyn Any + Send>,
    place: Option<String>,
}

impl Door {
    /// Opens it, in a thread of its own that ends when the door is closed.
    pub(super) fn open(limit: usize, word: String, act: Option<Act>) -> io::Result<Arc<Door>> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let door = Arc::new(Door {
            address: listener.local_addr()?,
            limit,
            word,
            act,
            state: Mutex::default(),
            changed: Condvar::new(),
        });
        let shared = Arc::clone(&door);
        thread::Builder::new()
            .name("door".to_string())
            .spawn(move || shared.listen(&listener))?;
        Ok(door)
    }

    pub(super) fn address(&self) -> SocketAddr {
        self.address
    }

    pub(super) fn started(&self) -> usize {
        self.state().started
    }

    pub(super) fn most_at_once(&self) -> usize {
        self.state().most
    }

    pub(super) fn is_overrun(&self) -> bool {
        self.state().overrun
    }

    /// The most that may be alive at once, and the most that may ever come.
    pub(super) fn limits(&self) -> (usize, usize) {
        (self.limit, 4 * self.limit)
    }

    /// How many are connected now.
    pub(super) fn inside(&self) -> usize {
        self.state().inside
    }

    /// Waits until so many were let in, with patience; gives how many were.
    pub(super) fn wait_for(&self, number: usize) -> usize {
        let missing = |state: &mut State| state.started < number && !state.overrun;
        let waited = self
            .changed
            .wait_timeout_while(self.state(), half_patience(), missing);
        waited.unwrap_or_else(PoisonError::into_inner).0.started
    }

    /// Goes on with the panic of an actor on the thread of the test.
    pub(super) fn raise(&self) {
        let panic = self.state().panic.take();
        if let Some(panic) = panic {
            panics::set_last(panic.place);
            resume_unwind(panic.payload);
        }
    }

    /// Lets nobody in any more, and ends the connections, which ends the processes.
    pub(super) fn close(&self) {
        self.state().close();
        // The listener sleeps in `accept`: one more connection wakes it.
        drop(TcpStream::connect(self.address));
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn listen(self: Arc<Door>, listener: &TcpListener) {
        for stream in listener.incoming() {
            if self.state().closed {
                break;
            }
            let Ok(stream) = stream else { continue };
            let door = Arc::clone(&self);
            // Where no thread can be had the stream is dropped, and so the process ends.
            let _ = thread::Builder::new()
                .name("actor".to_string())
                .spawn(move || door.receive(stream));
        }
    }

    /// One process, from its first word to its end.
    fn receive(&self, stream: TcpStream) {
        let Ok(connection) = stream.try_clone() else {
            return;
        };
        let _ = stream.set_nodelay(true);
        let Some(mut actor) = Actor::introduced(stream, &self.word) else {
            return;
        };
        let Some(number) = self.let_in(connection) else {
            return;
        };
        actor.admit(number);
        if let Some(act) = &self.act {
            let played = catch_unwind(AssertUnwindSafe(|| act(&mut actor)));
            if let Err(payload) = played {
                self.state().note(payload);
            }
            if actor.is_here() {
                actor.exit(0);
            }
        } else {
            actor.stay();
        }
        self.state().inside -= 1;
    }

    /// The number of the newcomer; `None` when it is one too many, and then all others must go too.
    fn let_in(&self, connection: TcpStream) -> Option<usize> {
        let mut state = self.state();
        if state.closed {
            return None;
        }
        let (at_once, in_all) = self.limits();
        if state.inside >= at_once || state.started >= in_all {
            state.overrun = true;
            state.close();
            self.changed.notify_all();
            return None;
        }
        let number = state.started;
        state.started += 1;
        state.inside += 1;
        state.most = state.most.max(state.inside);
        state.connections.push(connection);
        self.changed.notify_all();
        Some(number)
    }
}

impl State {
    fn note(&mut self, payload: Box<dyn Any + Send>) {
        let text = match payload.downcast_ref::<Failure>() {
            Some(Failure(finding)) => finding.message.clone(),
            None => panics::text_of(&*payload),
        };
        let place = panics::take_last();
        if self.panic.as_ref().is_none_or(|known| text < known.text) {
            self.panic = Some(Panic {
                text,
                payload,
                place,
            });
        }
    }

    fn close(&mut self) {
        self.closed = true;
        for connection in self.connections.drain(..) {
            let _ = connection.shutdown(Shutdown::Both);
        }
    }
}

impl fmt::Debug for Door {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.debug_struct("Door")
            .field("address", &self.address)
            .finish_non_exhaustive()
    }
}
