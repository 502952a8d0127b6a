//! `cargo xtask pack`: writes the starters into the file that this program carries.

use std::path::Path;

use crate::course::Course;
use crate::exit::Exit;
use crate::pristine;
use crate::terminal::Terminal;

/// Packs the tree. The next build carries it.
///
/// # Errors
/// A file cannot be read or written, or a starter is solved.
pub(crate) fn run(root: &Path, terminal: &Terminal) -> anyhow::Result<Exit> {
    let files = pristine::pack(&Course::load(root)?)?;
    terminal.print(&format!("{} holds {files} files\n", pristine::FILE))?;
    Ok(Exit::Solved)
}
