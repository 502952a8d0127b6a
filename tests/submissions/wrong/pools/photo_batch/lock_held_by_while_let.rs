//! verdict: serial
//! The pile is locked to the end of the loop's body.

use std::path::Path;
use std::sync::Mutex;
use std::{fs, io, thread};

pub fn develop(negative: &Path, photo: &Path) -> Result<(), String> {
    let mut picture = image::open(negative).map_err(|error| error.to_string())?;
    picture.invert();
    picture.save(photo).map_err(|error| error.to_string())
}

pub fn develop_all(
    from: &Path,
    to: &Path,
    workers: usize,
    develop: &(dyn Fn(&Path, &Path) -> Result<(), String> + Sync),
) -> io::Result<Vec<(String, Result<(), String>)>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(from)? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    let pile = Mutex::new(names.into_iter());
    let report = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some(name) = pile.lock().unwrap().next() {
                    let done = develop(&from.join(&name), &to.join(&name));
                    report.lock().unwrap().push((name, done));
                }
            });
        }
    });
    let mut report = report.into_inner().unwrap();
    report.sort();
    Ok(report)
}
