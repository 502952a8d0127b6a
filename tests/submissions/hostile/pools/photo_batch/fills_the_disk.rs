//! verdict: wrong_result
//! Writes one file until there is no more space, and another one to be sure.

use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::sync::Mutex;
use std::{fs, io, thread};

pub type Develop<'a> = &'a (dyn Fn(&Path, &Path) -> Result<(), String> + Sync);
pub type Report = Vec<(String, Result<(), String>)>;

pub fn develop(_negative: &Path, photo: &Path) -> Result<(), String> {
    let plates = vec![1_u8; 1 << 20];
    for name in ["", "-and-another", "-and-a-third"] {
        let file = format!("{}{name}", photo.display());
        let mut file = File::create(file).map_err(|error| error.to_string())?;
        while file.write_all(&plates).is_ok() {}
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
