//! rustc's own linker, which takes a third of the time of the system's.
//!
//! By itself rustc starts it by way of `cc`, and of a small program beside it that asks `/proc` for its own name. In the
//! sandbox there is neither: `cc` is a link that leads out of the room, and nothing tells a program its name. So gcc is
//! named, and finds the linker under the name that gcc looks for.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use anyhow::Context;

use super::text;
use crate::scratch;

/// The name by which gcc starts it.
const NAME: &str = "ld.lld";

/// The linker that submissions are linked with.
#[derive(Debug)]
pub(super) struct Linker {
    /// The folder in which it is called [`NAME`]; none where this rustc comes without one.
    own: Option<scratch::Folder>,
}

impl Linker {
    /// The one that lies in the compiler's folder; else it is left to gcc.
    ///
    /// # Errors
    /// No folder can be made below `kept`.
    pub(super) fn of(sysroot: &Path, kept: &Path) -> anyhow::Result<Self> {
        let Some(linker) = within(sysroot) else {
            return Ok(Self { own: None });
        };
        let folder = scratch::Folder::new(kept)?;
        let link = folder.path().join(NAME);
        symlink(linker, &link).with_context(|| format!("failed to make {}", link.display()))?;
        Ok(Self { own: Some(folder) })
    }

    /// What must be seen besides the compiler's folder and the system's programs.
    pub(super) fn folder(&self) -> Option<PathBuf> {
        self.own.as_ref().map(|folder| folder.path().to_owned())
    }

    /// What rustc is told.
    ///
    /// # Errors
    /// The folder's name is no UTF-8.
    pub(super) fn args(&self) -> anyhow::Result<Vec<String>> {
        let mut args = vec!["-Clinker=gcc".to_owned()];
        if let Some(folder) = self.folder() {
            args.push("-Clink-arg=-fuse-ld=lld".to_owned());
            args.push(format!("-Clink-arg=-B{}", text(folder.as_os_str())?));
        }
        Ok(args)
    }
}

/// Of the hosts that the compiler has libraries for, the first with a linker: only its own has one.
fn within(sysroot: &Path) -> Option<PathBuf> {
    let hosts = fs::read_dir(sysroot.join("lib/rustlib")).ok()?.flatten();
    hosts
        .map(|host| host.path().join("bin/rust-lld"))
        .find(|linker| linker.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_rustc_has_no_linker_gcc_takes_its_own() {
        let folder = tempfile::tempdir().unwrap();
        let linker = Linker::of(folder.path(), folder.path()).unwrap();
        assert_eq!(linker.args().unwrap(), ["-Clinker=gcc"]);
        assert_eq!(linker.folder(), None);
    }

    #[test]
    fn the_linker_of_rustc_is_found_under_the_name_that_gcc_asks_for() {
        let folder = tempfile::tempdir().unwrap();
        let bin = folder
            .path()
            .join("lib/rustlib/x86_64-unknown-linux-gnu/bin");
        fs::create_dir_all(&bin).unwrap();
        fs::write(bin.join("rust-lld"), "").unwrap();
        let linker = Linker::of(folder.path(), folder.path()).unwrap();
        let home = linker.folder().unwrap();
        assert_eq!(
            fs::read_link(home.join(NAME)).unwrap(),
            bin.join("rust-lld")
        );
        let last = linker.args().unwrap().pop().unwrap();
        assert_eq!(last, format!("-Clink-arg=-B{}", home.display()));
    }
}
