//! No open file passes into the sandbox but standard input, output and error.
//!
//! Rust's library opens everything with `O_CLOEXEC`, and so does this program. But a descriptor that this program was
//! itself given by a careless parent has no such mark and would be handed down. So each stage closes what it was not
//! meant to have before it opens anything, and the list is the kernel's own.

use std::fs::{self, File, OpenOptions};
use std::os::fd::AsRawFd;

use anyhow::Context;

/// The last of the three standard streams.
const STANDARD: i32 = 2;

/// Opens a pipe's end anew that the stage before left open for this one, by its number. The new one is closed when a
/// program is started; `close_all_but` then closes the old one.
///
/// # Errors
/// There is none with that number.
pub(super) fn reopen(number: &str) -> anyhow::Result<File> {
    OpenOptions::new()
        .write(true)
        .open(format!("/proc/self/fd/{number}"))
        .context("failed to open the pipe to the stage before")
}

/// Closes every descriptor above the standard streams but `keep`. To be called before this stage opens anything else.
///
/// # Errors
/// The list of open descriptors cannot be read.
pub(super) fn close_all_but(keep: Option<&File>) -> anyhow::Result<()> {
    let keep = keep.map(AsRawFd::as_raw_fd);
    let open: Vec<i32> = fs::read_dir("/proc/self/fd")
        .context("failed to list the open files of this process (is /proc mounted?)")?
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .collect();
    for descriptor in open {
        if descriptor > STANDARD && Some(descriptor) != keep {
            // The list's own is closed by now; that one is not an error.
            let _ = nix::unistd::close(descriptor);
        }
    }
    Ok(())
}
