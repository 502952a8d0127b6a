//! # Sockets: a waiter for every guest
//!
//! Guests come to the counter and say a line; the kitchen says it back. Every guest gets a waiter of its own, since guests
//! are slow: one of them comes, says nothing for an hour, and must not hold up the others. In the evening the kitchen
//! closes. The door is shut, the waiters tell the guests who still sit there that it is over, and all go home.
//!
//! **In Python** this is `socketserver.ThreadingTCPServer`: a thread for each connection, and `shutdown()` from another
//! thread. The hard part is the same everywhere: a thread that sleeps in `accept` or `read` sees no flag. Something must
//! come through its socket to wake it.
//!
//! **Your task**
//! 1. `start`: listens on a free port of loopback, in a thread of its own. `address` says where.
//! 2. Every connection has a thread of its own. It sends each line back as it came, as soon as it has come, until the
//!    guest hangs up.
//! 3. `shutdown`: accepts nobody any more, ends the open connections, waits for all threads, and returns how many lines
//!    were sent back. It does not wait for guests: who is still connected sees the end of the stream.
//!
//! **Leave alone:** the signatures, and the folder `tests/`. The fields are yours: change them as you like.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use std::io;
use std::net::SocketAddr;
use std::thread::JoinHandle;

/// A server that sends lines back.
pub struct Echo {
    /// Where it listens.
    address: SocketAddr,
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
        // TODO 1: bind, then accept in a thread.
        // TODO 2: a thread for each connection.
        todo!("listen on a free port of 127.0.0.1")
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Ends the server. Returns how many lines it has sent back.
    pub fn shutdown(self) -> usize {
        // TODO 3: how do you wake a thread that sleeps in `accept`? And one that sleeps in `read`?
        let _ = self.accepting;
        todo!("shut the door, end the connections, wait for everybody")
    }
}
