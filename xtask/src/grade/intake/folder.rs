//! A submission that is a folder on disk.
//!
//! Everything is opened relative to the folder that it was found in, following no link, and only then asked what it is:
//! so nothing that is swapped in between can lead elsewhere, and nothing that blocks (a FIFO) or acts (a device) is
//! opened as a file.

use std::fs::File;
use std::os::fd::{AsFd, OwnedFd};
use std::path::Path;

use anyhow::{Context, bail};
use rustix::fs::{AtFlags, CWD, Dir, FileType, Mode, OFlags, Stat, fstat, openat, statat};

use super::archive;
use super::entry::{Entry, Wanted, What};
use super::kind::Kind;
use super::limits::{self, Budget};
use super::name;

/// Folders with many files of which none can be wanted: they are named and not entered.
const NOT_ENTERED: [&str; 4] = [".git", "target", "node_modules", "__MACOSX"];

/// Reads a folder and everything below it, archives in it too.
///
/// # Errors
/// It cannot be read, or holds too much, or an archive in it cannot be read.
pub(super) fn read(
    path: &Path,
    wanted: Wanted<'_>,
    budget: &mut Budget,
) -> anyhow::Result<Vec<Entry>> {
    let flags = OFlags::DIRECTORY | always();
    let folder = openat(CWD, path, flags, Mode::empty()).context("the folder cannot be opened")?;
    let mut walk = Walk {
        wanted,
        budget,
        found: Vec::new(),
    };
    walk.enter(&folder, "", 0)?;
    Ok(walk.found)
}

/// Opens a file that lies at the top, where only its last part is a stranger's.
///
/// # Errors
/// It is no regular file, or cannot be opened.
pub(super) fn open(path: &Path) -> anyhow::Result<(File, u64)> {
    let stat = statat(CWD, path, AtFlags::SYMLINK_NOFOLLOW).context("it cannot be opened")?;
    match regular(CWD, path, &stat)? {
        Ok(found) => Ok(found),
        Err(why) => bail!("{why}"),
    }
}

struct Walk<'a> {
    wanted: Wanted<'a>,
    budget: &'a mut Budget,
    found: Vec<Entry>,
}

impl Walk<'_> {
    fn enter(&mut self, folder: &OwnedFd, prefix: &str, depth: usize) -> anyhow::Result<()> {
        let mut names = Vec::new();
        for entry in Dir::read_from(folder).context("a folder cannot be listed")? {
            let name = entry
                .context("a folder cannot be listed")?
                .file_name()
                .to_owned();
            if !matches!(name.to_bytes(), b"." | b"..") {
                self.budget.entries(1)?;
                names.push(name);
            }
        }
        names.sort();
        for raw in names {
            let raw = raw.to_bytes();
            let path = format!("{prefix}{}", name::escape(raw).replace('\\', "%5C"));
            if let Some(what) = self.look(folder, raw, &path, depth)? {
                self.found.push(Entry { path, what });
            }
        }
        Ok(())
    }

    /// What one name is; none where it was a folder, and what is in it has been added.
    fn look(
        &mut self,
        folder: &OwnedFd,
        raw: &[u8],
        path: &str,
        depth: usize,
    ) -> anyhow::Result<Option<What>> {
        let stat = match statat(folder, raw, AtFlags::SYMLINK_NOFOLLOW) {
            Ok(stat) => stat,
            Err(error) => return Ok(Some(What::Unfit(format!("it cannot be read: {error}")))),
        };
        if FileType::from_raw_mode(stat.st_mode) == FileType::Directory {
            return self.look_in(folder, raw, path, depth);
        }
        let kind = Kind::of(path);
        if kind == Kind::Plain && !(self.wanted)(path) {
            return Ok(Some(strange(&stat).map_or(What::Other, What::Unfit)));
        }
        let (file, size) = match regular(folder, raw, &stat)? {
            Ok(found) => found,
            Err(why) => return Ok(Some(What::Unfit(why))),
        };
        if kind == Kind::Plain {
            return What::read(file, size, self.budget).map(Some);
        }
        if super::layout::outside(path).is_some() {
            return Ok(Some(What::Other));
        }
        let inside = archive::read(file, size, kind, path, self.wanted, self.budget);
        self.found
            .extend(inside.with_context(|| format!("cannot read {path}"))?);
        Ok(None)
    }

    fn look_in(
        &mut self,
        folder: &OwnedFd,
        raw: &[u8],
        path: &str,
        depth: usize,
    ) -> anyhow::Result<Option<What>> {
        if NOT_ENTERED.iter().any(|name| raw == name.as_bytes()) {
            return Ok(Some(What::Unfit("a folder that is not entered".into())));
        }
        if depth >= limits::DEPTH {
            bail!("its folders are more than {} deep", limits::DEPTH);
        }
        match openat(folder, raw, OFlags::DIRECTORY | always(), Mode::empty()) {
            Ok(inner) => self
                .enter(&inner, &format!("{path}/"), depth + 1)
                .map(|()| None),
            Err(error) => Ok(Some(What::Unfit(format!("it cannot be read: {error}")))),
        }
    }
}

/// Opens what `stat` says is a regular file, and asks again what it is once it is open.
fn regular(
    folder: impl AsFd,
    name: impl rustix::path::Arg,
    stat: &Stat,
) -> anyhow::Result<Result<(File, u64), String>> {
    if let Some(why) = strange(stat) {
        return Ok(Err(why));
    }
    let file = match openat(folder, name, OFlags::NONBLOCK | always(), Mode::empty()) {
        Ok(file) => file,
        Err(error) => return Ok(Err(format!("it cannot be read: {error}"))),
    };
    let opened = fstat(&file).context("it cannot be read")?;
    if let Some(why) = strange(&opened) {
        return Ok(Err(why));
    }
    let size = u64::try_from(opened.st_size).unwrap_or(u64::MAX);
    Ok(Ok((File::from(file), size)))
}

fn always() -> OFlags {
    OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NOCTTY | OFlags::CLOEXEC
}

/// Why this is no file to read; none if it is. A second name of a file may be one of a file that its owner only may
/// read, so it counts as a link.
fn strange(stat: &Stat) -> Option<String> {
    let what = match FileType::from_raw_mode(stat.st_mode) {
        FileType::RegularFile if stat.st_nlink == 1 => return None,
        FileType::RegularFile => "a hard link",
        FileType::Symlink => "a symbolic link",
        FileType::Fifo => "a FIFO",
        FileType::Socket => "a socket",
        FileType::CharacterDevice | FileType::BlockDevice => "a device",
        _ => "no file",
    };
    Some(format!("it is {what}"))
}
