//! Writing files so that no moment of the machine leaves half of one.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;

use anyhow::Context;

/// How the names of files begin that are not in their place yet. A run that was killed leaves one behind.
pub(crate) const UNFINISHED: &str = ".new-";

/// How many random letters follow.
const RANDOM: usize = 6;

/// Writes `bytes` beside `path`, brings them to the disk, then renames: a reader, a full disk and a crash see the old
/// file or the new one, never a part.
///
/// # Errors
/// The folder cannot be made or written, or the disk is full; the old file is then untouched.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    replace_in_pieces(path, |file| Ok(file.write_all(bytes)?))
        .with_context(|| format!("cannot write {}", path.display()))
}

/// As [`replace`], for what is too large to be held at once.
///
/// # Errors
/// Those of `write`, and when the folder cannot be made or written.
pub(crate) fn replace_in_pieces(
    path: &Path,
    write: impl FnOnce(&mut BufWriter<&mut File>) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let mut beside = beside(path)?;
    let mut file = BufWriter::new(beside.as_file_mut());
    write(&mut file)?;
    file.flush()?;
    drop(file);
    beside.as_file().sync_all()?;
    // The error would carry the unfinished file along, and keep it.
    beside.persist(path).map_err(|failed| failed.error)?;
    // The rename itself lives in the folder. Some file systems cannot sync one; the text is safe either way.
    let _ = File::open(folder(path)).and_then(|folder| folder.sync_all());
    Ok(())
}

/// As [`replace`], without waiting for the disk: for many files that can be made again after a crash of the machine.
///
/// # Errors
/// Those of [`replace`].
pub(crate) fn refresh(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let write = || -> std::io::Result<()> {
        let mut beside = beside(path)?;
        beside.write_all(bytes)?;
        beside.persist(path)?;
        Ok(())
    };
    write().with_context(|| format!("cannot write {}", path.display()))
}

/// A file without a name, on the disk of that folder, which is made where it is missing: whatever ends the process, nothing
/// of the file is left.
///
/// # Errors
/// Nothing can be written there.
#[cfg(feature = "grader")]
pub(crate) fn nameless(folder: &Path) -> anyhow::Result<File> {
    fs::create_dir_all(folder)
        .and_then(|()| tempfile::tempfile_in(folder))
        .with_context(|| format!("failed to write into {}", folder.display()))
}

/// Removes what killed runs have left half written in that folder; nobody may be writing there. What cannot be removed
/// stays until next time.
pub(crate) fn sweep(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries {
        let name = entry.file_name();
        let random = name.to_str().and_then(|name| name.strip_prefix(UNFINISHED));
        let is_ours = |random: &str| {
            random.len() == RANDOM && random.bytes().all(|byte| byte.is_ascii_alphanumeric())
        };
        if random.is_some_and(is_ours) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn folder(path: &Path) -> &Path {
    path.parent().unwrap_or(Path::new("."))
}

fn beside(path: &Path) -> std::io::Result<tempfile::NamedTempFile> {
    fs::create_dir_all(folder(path))?;
    tempfile::Builder::new()
        .prefix(UNFINISHED)
        .rand_bytes(RANDOM)
        .permissions_of(path)
        .tempfile_in(folder(path))
}

/// Lets the new file have the old one's permissions (0644 when there is none), as editors expect.
trait PermissionsOf {
    fn permissions_of(&mut self, path: &Path) -> &mut Self;
}

impl PermissionsOf for tempfile::Builder<'_, '_> {
    fn permissions_of(&mut self, path: &Path) -> &mut Self {
        use std::os::unix::fs::PermissionsExt;
        let kept = fs::metadata(path).map(|old| old.permissions());
        self.permissions(kept.unwrap_or_else(|_| fs::Permissions::from_mode(0o644)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replacing_leaves_the_new_text_and_no_other_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/file.txt");
        replace(&path, b"one").unwrap();
        replace(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
    }

    #[test]
    fn a_failed_replacement_names_the_path_and_keeps_what_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("taken");
        fs::create_dir_all(path.join("full")).unwrap();
        let error = replace(&path, b"text").unwrap_err();
        assert!(format!("{error:#}").contains("taken"), "{error:#}");
        assert!(path.join("full").is_dir());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
