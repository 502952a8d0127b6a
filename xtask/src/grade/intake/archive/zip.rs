//! `.zip`, by its central directory, one entry after the other: two of one name stay two.

use std::fs::File;
use std::io::BufReader;

use anyhow::{Context, anyhow};
use rustix::fs::FileType;
use zip::ZipReadOptions;
use zip::read::{Config, ZipFileEntry};
use zip::unstable::read::ZipIterable;

use super::super::entry::What;
use super::{Inside, unread};

/// Reads all of it.
///
/// # Errors
/// It is damaged, or holds too much.
pub(super) fn read(file: File, inside: &mut Inside<'_>) -> anyhow::Result<()> {
    let mut archive = ZipIterable::try_new(BufReader::new(file), Config::default())
        .map_err(|error| anyhow!("the archive cannot be read to its end: {error}"))?;
    inside.budget.entries(archive.len())?;
    let files = archive.files()?;
    while let Some(entry) = files.next() {
        let entry =
            entry.map_err(|error| anyhow!("the archive cannot be read to its end: {error}"))?;
        if entry.is_dir() {
            continue;
        }
        let path = inside.path(entry.name_raw())?;
        let what = match strange(&entry) {
            Some(why) => What::unfit(why),
            None if !inside.wants(&path) => unread(&path),
            None => content(entry, files.reader_mut(), inside)
                .with_context(|| format!("failed to read {path}"))?,
        };
        inside.add(path, what);
    }
    Ok(())
}

/// The size that the archive claims is never trusted: what comes is counted.
fn content(
    entry: ZipFileEntry<'_>,
    reader: &mut BufReader<File>,
    inside: &mut Inside<'_>,
) -> anyhow::Result<What> {
    let claimed = entry.size();
    match entry.with_reader(reader, ZipReadOptions::new()) {
        Ok(file) => What::read(file, claimed, inside.budget),
        Err(error) => Ok(What::Unfit(format!("it cannot be read: {error}"))),
    }
}

/// Why this is no file to read; none if it is.
fn strange(entry: &ZipFileEntry<'_>) -> Option<&'static str> {
    if entry.encrypted() {
        return Some("it is encrypted");
    }
    // Archives from systems without file types have none.
    let mode = entry.unix_mode().filter(|mode| mode & 0o170_000 != 0)?;
    match FileType::from_raw_mode(mode) {
        FileType::RegularFile => None,
        FileType::Symlink => Some("it is a symbolic link"),
        FileType::Fifo => Some("it is a FIFO"),
        FileType::Socket => Some("it is a socket"),
        FileType::CharacterDevice | FileType::BlockDevice => Some("it is a device"),
        _ => Some("it is no file"),
    }
}
