//! verdict: wrong_result
//! Makes empty files until no more can be made.

use std::fs::File;
use std::path::Path;
use std::sync::Mutex;
use std::{fs, io, thread};

pub type Develop<'a> = &'a (dyn Fn(&Path, &Path) -> Result<(), String> + Sync);
pub type Report = Vec<(String, Result<(), String>)>;

pub fn develop(_negative: &Path, photo: &Path) -> Result<(), String> {
    for number in 0_u64.. {
        let file = format!("{}.{number}", photo.display());
        File::create(file).map_err(|error| error.to_string())?;
    }
    Ok(())
}

pub fn develop_all(from: &Path, to: &Path, workers: usize, develop: Develop) -> io::Result<Report> {
    let mut names = Vec::new();
    for entry in fs::read_dir(from)? {
        names.push(entry?.file_name());
    }
    let pile = Mutex::new(names.into_iter());
    let report = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                let take = || pile.lock().unwrap().next();
                while let Some(name) = take() {
                    let done = develop(&from.join(&name), &to.join(&name));
                    let line = (name.to_string_lossy().into_owned(), done);
                    report.lock().unwrap().push(line);
                }
            });
        }
    });
    let mut report = report.into_inner().unwrap();
    report.sort();
    Ok(report)
}
