//! Where the stages of the sandbox are: a small program beside this one, built with it.

use std::env;
use std::fs::File;
use std::os::fd::AsRawFd;
use std::path::PathBuf;

use anyhow::Context;

/// The program, held open: all its stages are the same one, also when another is built meanwhile.
#[derive(Debug)]
pub(super) struct Stages(File);

impl Stages {
    /// Finds it.
    ///
    /// # Errors
    /// It is not there.
    pub(super) fn find() -> anyhow::Result<Self> {
        let me = env::current_exe().context("failed to tell where this program is")?;
        let path = me.with_file_name(format!("xtask-jail{}", env::consts::EXE_SUFFIX));
        let file = File::open(&path).with_context(|| {
            format!(
                "failed to open {}, a part of the sandbox; `cargo build --package xtask` builds it",
                path.display()
            )
        })?;
        Ok(Self(file))
    }

    /// A path that a child of this process can start it by, whatever lies in its folder by then.
    pub(super) fn path(&self) -> PathBuf {
        format!("/proc/self/fd/{}", self.0.as_raw_fd()).into()
    }
}
