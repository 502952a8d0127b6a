//! One writer at a time, also across processes.

use std::fs::{File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::Path;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use anyhow::{Context, bail};

/// Longer than any write takes. A writer that was stopped (Ctrl-Z) must not stop the others for ever.
const PATIENCE: Duration = Duration::from_secs(5);

/// Waits for the lock on `path`. It is free again when the returned file is dropped, or its process dies.
///
/// `None` where the file system has no locks (some network folders): a rename is still never half done.
///
/// # Errors
/// The lock file cannot be made, or another run holds it for longer than five seconds.
pub(super) fn acquire(path: &Path) -> anyhow::Result<Option<File>> {
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(path)
        .with_context(|| format!("cannot open {}", path.display()))?;
    let locked = match file.try_lock() {
        Ok(()) => return Ok(Some(file)),
        Err(TryLockError::Error(error)) => Err(error),
        Err(TryLockError::WouldBlock) => match wait(file) {
            Some(result) => result,
            None => bail!("another run holds {}", path.display()),
        },
    };
    match locked {
        Ok(file) => Ok(Some(file)),
        Err(error) if error.kind() == ErrorKind::Unsupported => Ok(None),
        Err(error) => Err(error).with_context(|| format!("cannot lock {}", path.display())),
    }
}

/// Waits on a thread of its own, because a lock cannot be waited for with a deadline. When the deadline comes the thread
/// is left behind: the runner ends soon after.
fn wait(file: File) -> Option<io::Result<File>> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let locked = file.lock().map(|()| file);
        // Nobody listens after the deadline.
        let _ = sender.send(locked);
    });
    receiver.recv_timeout(PATIENCE).ok()
}
