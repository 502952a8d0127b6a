//! # Switch interval: ask for the stove, and get it
//!
//! A cook with a long recipe would keep the key of the stove all evening. So there is a custom. Who waits for the key lets
//! some time go by, and then rings a bell: I asked. The cook at the stove listens for the bell after every step. When it
//! has rung, the cook hangs the key back, and does not reach for it again until somebody else has had it: whoever stands
//! nearest to the hook would otherwise be first every time.
//!
//! **In Python** this is how CPython shares the GIL (`take_gil` and `drop_gil` in its file `Python/ceval_gil.c`). A thread
//! that waits longer than `sys.getswitchinterval()`, 5 milliseconds, sets `gil_drop_request`. The holder looks at it
//! between two bytecodes, at the eval breaker. It drops the GIL and then waits until another thread has taken it; before
//! that was so (`FORCE_SWITCHING`) it often took it straight back. In Rust the same is `Condvar::wait_timeout` and a flag.
//!
//! **Your task**
//! 1. `take`: waits while the Gil is held. Each time the interval passes and nobody else has got the Gil meanwhile, the
//!    thread asks: `drop_requested` is true from now on. Whoever takes the Gil ends the request, for it was served.
//! 2. Dropping the guard makes the Gil free, and one who waits gets it.
//! 3. `eval_breaker`: if nobody has asked it returns `false`, at once. Otherwise it drops the Gil, sleeps until another
//!    thread has taken it, takes it again like everybody else, and returns `true`.
//!
//! A wait may end although nobody notified: `std` allows it.
//!
//! **Leave alone:** the signatures, and the folder `tests/`. The fields are yours: change them as you like.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex};
use std::time::Duration;

/// The global interpreter lock, which its holder drops when it is asked to.
pub struct Gil {
    /// Who holds it. The lock protects it for a moment only; nobody cooks under it.
    key: Mutex<Key>,
    /// Announces that the Gil is free: to those who wait for it.
    dropped: Condvar,
    /// Announces that the Gil was taken: to who dropped it on request.
    taken: Condvar,
    /// Set by who has waited for an interval. The holder looks at it without any lock.
    drop_request: AtomicBool,
    /// How long a thread waits before it asks.
    interval: Duration,
}

/// What `Gil::key` protects.
#[derive(Default)]
struct Key {
    /// Whether a thread holds the Gil.
    held: bool,
    /// How often it was taken. Who sees another number knows that there was a switch.
    switches: u64,
}

/// The right to execute bytecode. The Gil is free again when this is dropped.
#[must_use = "a Gil that is not kept is dropped at once"]
pub struct GilGuard<'a> {
    /// What is dropped with it.
    gil: &'a Gil,
}

impl Gil {
    /// A Gil that nobody holds. Who waits for it asks after each `interval`.
    pub fn new(interval: Duration) -> Gil {
        Gil {
            key: Mutex::default(),
            dropped: Condvar::new(),
            taken: Condvar::new(),
            drop_request: AtomicBool::new(false),
            interval,
        }
    }

    /// Takes the Gil. While another thread holds it, waits, and asks for it after each interval.
    pub fn take(&self) -> GilGuard<'_> {
        // TODO 1: wait, and ask whoever has it for a whole interval. Then take it: who needs to know?
        let key = self.key.lock().unwrap();
        let _ = (key.held, key.switches, self.interval);
        let _ = (&self.dropped, &self.taken);
        todo!("take the Gil")
    }

    /// Whether somebody has asked the holder to drop the Gil, and nobody has taken it since.
    pub fn drop_requested(&self) -> bool {
        self.drop_request.load(Ordering::Relaxed)
    }
}

impl GilGuard<'_> {
    /// Called between two bytecodes. Hands the Gil over if somebody has asked, takes it again, and says whether it did.
    pub fn eval_breaker(&mut self) -> bool {
        // TODO 3: when may this thread reach for the Gil again?
        todo!("look whether somebody has asked")
    }
}

impl Drop for GilGuard<'_> {
    fn drop(&mut self) {
        // TODO 2: nobody holds the Gil now, and one who waits for it should know.
        let _ = self.gil;
    }
}
