//! verdict: race
//! The pile divided by the workers, rounded down: what is left over has a worker more.

use image::ImageFormat;
use std::path::Path;
use std::sync::mpsc;
use std::{fs, io, thread};

pub type Develop<'a> = &'a (dyn Fn(&Path, &Path) -> Result<(), String> + Sync);

pub type Report = Vec<(String, Result<(), String>)>;

pub fn develop(negative: &Path, photo: &Path) -> Result<(), String> {
    let mut picture = image::open(negative).map_err(|error| error.to_string())?;
    picture.invert();
    picture
        .save_with_format(photo, ImageFormat::Png)
        .map_err(|error| {
            let _ = fs::remove_file(photo);
            error.to_string()
        })
}

pub fn develop_all(from: &Path, to: &Path, workers: usize, develop: Develop) -> io::Result<Report> {
    let mut names = Vec::new();
    for entry in fs::read_dir(from)? {
        names.push(entry?.file_name());
    }
    let size = (names.len() / workers).max(1);
    let (line, lines) = mpsc::channel();
    thread::scope(|scope| {
        for share in names.chunks(size) {
            let line = line.clone();
            scope.spawn(move || {
                for name in share {
                    let done = develop(&from.join(name), &to.join(name));
                    let _ = line.send((name.to_string_lossy().into_owned(), done));
                }
            });
        }
    });
    drop(line);
    let mut report: Report = lines.into_iter().collect();
    report.sort();
    Ok(report)
}
