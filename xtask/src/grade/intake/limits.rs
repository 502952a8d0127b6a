//! How much a submission may be. An honest one is far below each of these.

use anyhow::bail;

/// Bytes of a source file, or of a `submission.toml`.
pub(super) const FILE: u64 = 256 * 1024;
/// Bytes of an archive as it lies there.
pub(super) const ARCHIVE: u64 = 64 * 1024 * 1024;
/// Bytes that a `.tar.gz` may grow to. (Of a `.zip` only the wanted files are ever inflated.)
pub(super) const INFLATED: u64 = 128 * 1024 * 1024;
/// Bytes of a path inside.
pub(super) const PATH: usize = 1024;
/// Folders inside of folders.
pub(super) const DEPTH: usize = 48;
const ENTRIES: usize = 50_000;
const TEXTS: u64 = 32 * 1024 * 1024;

/// What one submission has used so far, over all of its archives.
#[derive(Debug, Default)]
pub(super) struct Budget {
    entries: usize,
    texts: u64,
}

impl Budget {
    /// Counts files and folders.
    ///
    /// # Errors
    /// There are too many.
    pub(super) fn entries(&mut self, more: usize) -> anyhow::Result<()> {
        self.entries = self.entries.saturating_add(more);
        if self.entries > ENTRIES {
            bail!(
                "it holds more than {ENTRIES} files: only the exercises need to be handed in, without target/"
            );
        }
        Ok(())
    }

    /// Counts bytes that were read.
    ///
    /// # Errors
    /// There are too many.
    pub(super) fn text(&mut self, bytes: u64) -> anyhow::Result<()> {
        self.texts = self.texts.saturating_add(bytes);
        if self.texts > TEXTS {
            bail!(
                "its source files hold more than {} together",
                in_words(TEXTS)
            );
        }
        Ok(())
    }
}

/// `256 KiB`
pub(super) fn in_words(bytes: u64) -> String {
    match bytes {
        _ if bytes >= 1024 * 1024 => format!("{} MiB", bytes / (1024 * 1024)),
        _ => format!("{} KiB", bytes / 1024),
    }
}
