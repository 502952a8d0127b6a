//! The wall time of a sandbox.

use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::Duration;

use anyhow::Context;

use super::{capabilities, signals};

/// Kills everybody when the time is up. Its thread is there before the program, which may leave no room for another.
pub(super) struct Alarm {
    begin: mpsc::Sender<()>,
    rung: Arc<AtomicBool>,
}

impl Alarm {
    /// Starts the thread.
    ///
    /// # Errors
    /// The system has no thread to give, or does not take away its rights.
    pub(super) fn set(wall: Duration) -> anyhow::Result<Self> {
        let (begin, told) = mpsc::channel();
        let rung = Arc::new(AtomicBool::new(false));
        let ring = Arc::clone(&rung);
        let (ready, is_ready) = mpsc::channel();
        thread::Builder::new()
            .spawn(move || {
                // Rights are of a thread.
                let without = capabilities::give_up();
                let is_without = without.is_ok();
                let _ = ready.send(without);
                if is_without
                    && told.recv().is_ok()
                    && told.recv_timeout(wall) == Err(mpsc::RecvTimeoutError::Timeout)
                {
                    ring.store(true, Relaxed);
                    signals::kill_all();
                }
            })
            .context("failed to start the thread that watches the time")?;
        is_ready
            .recv()
            .context("the thread that watches the time is gone")??;
        Ok(Self { begin, rung })
    }

    /// The time begins.
    pub(super) fn begin(&self) {
        // Without that thread there is a deadline outside.
        let _ = self.begin.send(());
    }

    /// Whether the time was up.
    pub(super) fn has_rung(&self) -> bool {
        self.rung.load(Relaxed)
    }
}
