//! One writer at a time, also across processes.

use std::fs::{File, TryLockError};
use std::io::ErrorKind;
use std::path::Path;
use std::time::{Duration, Instant};

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
    let start = Instant::now();
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(Some(file)),
            Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => {
                return Ok(None);
            }
            Err(TryLockError::Error(error)) => {
                return Err(error).with_context(|| format!("cannot lock {}", path.display()));
            }
            Err(TryLockError::WouldBlock) if start.elapsed() > PATIENCE => {
                bail!("another run holds {}", path.display())
            }
            Err(TryLockError::WouldBlock) => std::thread::sleep(Duration::from_millis(2)),
        }
    }
}
