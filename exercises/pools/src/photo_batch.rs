//! # Photo batch: a folder of negatives
//!
//! The photographer has left a folder of negatives, all as PNG. The kitchen wants photographs of them in another folder,
//! by tonight. Some files are damaged: a copy was cut off, a byte was changed. One is no picture at all. That must cost
//! no good one its print. In the evening there is a list: for each file, whether it was done, and if not, why.
//!
//! **In Python** this is `executor.map(develop, files)` with PIL. There the first exception comes out of the iterator,
//! and the results behind it are lost. In Rust the error is a value in its place in the list, for as long as nobody
//! writes `?` or `unwrap` where the results are gathered.
//!
//! **Your task**
//! 1. `develop`: reads the picture, inverts its colours (its transparency stays), and writes it as PNG. If anything goes
//!    wrong it says what, and leaves no file behind.
//! 2. `develop_all`: calls `develop` once for every file in `from`, with the path of the same name in `to`. Up to
//!    `workers` threads do so at the same time, and never more.
//! 3. Its report has a line for each file, the bad ones too, in the order of their names.
//!
//! The crate `image` reads and writes PNG. Both folders exist, and there are only files in `from`.
//!
//! **Leave alone:** the signatures, and the folder `tests/`.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use std::io;
use std::path::Path;

/// Makes a photograph out of the first file and writes it to the second, or says why not.
pub type Develop<'a> = &'a (dyn Fn(&Path, &Path) -> Result<(), String> + Sync);

/// A line for each file: its name, and why it was not done if it was not.
pub type Report = Vec<(String, Result<(), String>)>;

/// Reads a negative and writes the photograph.
///
/// # Errors
///
/// The reason, when one cannot be read or the other not be written. Then there is no photograph.
pub fn develop(negative: &Path, photo: &Path) -> Result<(), String> {
    // TODO 1: open, invert, save. What can fail?
    todo!("develop {negative:?} and write {photo:?}")
}

/// Develops all files of the folder `from` into the folder `to`, with up to `workers` threads, at least one.
///
/// # Errors
///
/// When `from` cannot be read. A file that cannot be developed is no error, but a line in the report.
pub fn develop_all(from: &Path, to: &Path, workers: usize, develop: Develop) -> io::Result<Report> {
    // TODO 2: list the files, and let the workers share them.
    // TODO 3: gather what became of each.
    let _ = develop;
    todo!("let {workers} workers develop {from:?} into {to:?}")
}
