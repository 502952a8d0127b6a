//! # Photo batch: a folder of negatives
//!
//! The photographer has left a folder of negatives, all as PNG. The kitchen wants photographs of them in another folder,
//! by tonight. Some files are damaged: a copy was cut off, a byte was changed. One is no picture at all. That must cost
//! no good one its print. In the evening there is a list: for each file, whether it was done, and if not, why.

use image::ImageFormat;
use std::path::Path;
use std::sync::mpsc;
use std::sync::{Mutex, PoisonError};
use std::{fs, io, thread};

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
    // All of it is read before anything is written: a file that is cut off shows itself at its end.
    let mut picture = image::open(negative).map_err(|error| error.to_string())?;
    picture.invert();
    picture
        .save_with_format(photo, ImageFormat::Png)
        .map_err(|error| {
            // Half a photograph would look like a whole one in the folder.
            let _ = fs::remove_file(photo);
            error.to_string()
        })
}

/// Develops all files of the folder `from` into the folder `to`, with up to `workers` threads, at least one.
///
/// # Errors
///
/// When `from` cannot be read. A file that cannot be developed is no error, but a line in the report.
///
/// # Panics
///
/// When `develop` panics.
pub fn develop_all(from: &Path, to: &Path, workers: usize, develop: Develop) -> io::Result<Report> {
    let mut names = Vec::new();
    for entry in fs::read_dir(from)? {
        names.push(entry?.file_name());
    }
    let pile = Mutex::new(names.into_iter());
    let (line, lines) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..workers {
            let (line, pile) = (line.clone(), &pile);
            scope.spawn(move || {
                // A function takes the name, so that its lock is open again while the file is developed.
                let take = || pile.lock().unwrap_or_else(PoisonError::into_inner).next();
                while let Some(name) = take() {
                    // The decisive line: the result is sent as it is, good or bad, and the next file comes.
                    let done = develop(&from.join(&name), &to.join(&name));
                    let _ = line.send((name.to_string_lossy().into_owned(), done));
                }
            });
        }
    });
    drop(line);
    let mut report: Report = lines.into_iter().collect();
    // A folder has no order, and neither has a channel with several senders. Names have one.
    report.sort();
    Ok(report)
}

// Wrong turns
// - `collect::<Result<Vec<_>, _>>()?`: one bad file takes the place of the report (wrong/first_bad_file_ends_all.rs).
// - `unwrap` while reading: a panic in a worker, and no report at all (wrong/unwraps.rs).
// - creating the new file before the old one is read: an empty photograph remains (wrong/opens_the_new_file_first.rs).
// - pushing lines as the files are done: the order is that of finishing (wrong/order_of_finishing.rs is a race).
// - `while let Some(name) = pile.lock().unwrap().next()`: locked to the end of the body (wrong/lock_held_by_while_let.rs
//   is serial).
