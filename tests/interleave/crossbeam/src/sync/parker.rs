//! Parking with a token that is not tied to a thread.

use interleave_std::sync::{Condvar, Mutex};
use interleave_std::time::{Duration, Instant};
use std::cell::Cell;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

struct Token {
    left: Mutex<bool>,
    /// Announces that the token was left.
    given: Condvar,
}

/// Blocks until its [`Unparker`] leaves a token. Two tokens are one.
pub struct Parker {
    unparker: Unparker,
    not_sync: PhantomData<Cell<()>>,
}

impl Parker {
    /// A parker without a token.
    #[track_caller]
    pub fn new() -> Parker {
        let token = Token {
            left: Mutex::new(false),
            given: Condvar::new(),
        };
        Parker {
            unparker: Unparker {
                token: Arc::new(token),
            },
            not_sync: PhantomData,
        }
    }

    /// Blocks until there is a token, and takes it.
    #[track_caller]
    pub fn park(&self) {
        let token = &self.unparker.token;
        let left = token.left.lock().expect("nothing panics under the lock");
        let mut left = token
            .given
            .wait_while(left, |left| !*left)
            .expect("nothing panics under the lock");
        *left = false;
    }

    /// [`park`](Parker::park) that may give up; both ends are explored.
    #[track_caller]
    pub fn park_timeout(&self, timeout: Duration) {
        let token = &self.unparker.token;
        let left = token.left.lock().expect("nothing panics under the lock");
        let waited = token.given.wait_timeout_while(left, timeout, |left| !*left);
        *waited.expect("nothing panics under the lock").0 = false;
    }

    /// [`park`](Parker::park) that may give up; both ends are explored.
    #[track_caller]
    pub fn park_deadline(&self, _: Instant) {
        self.park_timeout(Duration::ZERO);
    }

    /// The other end.
    pub fn unparker(&self) -> &Unparker {
        &self.unparker
    }
}

impl Default for Parker {
    #[track_caller]
    fn default() -> Self {
        Parker::new()
    }
}

impl fmt::Debug for Parker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("Parker { .. }")
    }
}

/// Leaves the token that its [`Parker`] waits for.
#[derive(Clone)]
pub struct Unparker {
    token: Arc<Token>,
}

impl Unparker {
    /// Leaves a token.
    #[track_caller]
    pub fn unpark(&self) {
        *self
            .token
            .left
            .lock()
            .expect("nothing panics under the lock") = true;
        self.token.given.notify_one();
    }
}

impl fmt::Debug for Unparker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("Unparker { .. }")
    }
}
