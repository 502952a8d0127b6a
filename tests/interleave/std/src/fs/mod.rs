//! Files that several threads or processes share: the real ones, with every access a step that the explorer orders.
//!
//! Threads of the model stand for processes: each opens the file for itself, and what they share is the file. A body must
//! write the file's content itself before it starts threads, since files live on from one execution to the next.
//!
//! [`File::lock`] and its kin are modelled, not asked of the system: all handles belong to one process, and the explorer
//! could not go on while the system holds that process up. Modelled are also the order of reads and writes, and what
//! stands between the two steps of [`write()`]: an empty file. Not modelled are writes that have not reached the disk.
//! A file is known by its path, so a lock does not follow a file that is renamed.

mod entry;
mod file;
mod opening;
mod options;
mod streams;

pub use ::std::fs::*;
pub use file::File;
pub use options::OpenOptions;

use ::std::io::{Read, Result, Write};
use ::std::path::Path;
use entry::Entry;

/// The whole content.
///
/// # Errors
/// As `std::fs::read`.
#[track_caller]
pub fn read<P: AsRef<Path>>(path: P) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The whole content, as text.
///
/// # Errors
/// As `std::fs::read_to_string`.
#[track_caller]
pub fn read_to_string<P: AsRef<Path>>(path: P) -> Result<String> {
    let mut text = String::new();
    File::open(path)?.read_to_string(&mut text)?;
    Ok(text)
}

/// Replaces the content, in two steps: the file is empty in between.
///
/// # Errors
/// As `std::fs::write`.
#[track_caller]
pub fn write<P: AsRef<Path>, C: AsRef<[u8]>>(path: P, contents: C) -> Result<()> {
    File::create(path)?.write_all(contents.as_ref())
}

/// Gives a file another name; what had that name is gone. One step.
///
/// # Errors
/// As `std::fs::rename`.
#[track_caller]
pub fn rename<P: AsRef<Path>, Q: AsRef<Path>>(from: P, to: Q) -> Result<()> {
    let (from, to) = (from.as_ref(), to.as_ref());
    Entry::of(from).changes(|| format!("rename {}", entry::name(from)));
    Entry::of(to).changes(|| format!("replace {}", entry::name(to)));
    ::std::fs::rename(from, to)
}

/// Removes a file.
///
/// # Errors
/// As `std::fs::remove_file`.
#[track_caller]
pub fn remove_file<P: AsRef<Path>>(path: P) -> Result<()> {
    let path = path.as_ref();
    Entry::of(path).changes(|| format!("remove {}", entry::name(path)));
    ::std::fs::remove_file(path)
}
