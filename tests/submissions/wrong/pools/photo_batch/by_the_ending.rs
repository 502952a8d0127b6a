//! verdict: wrong_result
//! Only what is named as a picture is looked at: the others have no line in the report.

use image::ImageFormat;
use std::path::Path;
use std::sync::mpsc;
use std::sync::{Mutex, PoisonError};
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
        let path = entry?.path();
        let is_png = path.extension().is_none_or(|end| end == "png");
        if let (true, Some(name)) = (is_png, path.file_name()) {
            names.push(name.to_owned());
        }
    }
    let pile = Mutex::new(names.into_iter());
    let (line, lines) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..workers {
            let (line, pile) = (line.clone(), &pile);
            scope.spawn(move || {
                let take = || pile.lock().unwrap_or_else(PoisonError::into_inner).next();
                while let Some(name) = take() {
                    let done = develop(&from.join(&name), &to.join(&name));
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
