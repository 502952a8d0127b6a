//! verdict: wrong_result
//! Makes folders in folders, deeper than a path can say, and locks each behind it.

use std::env;
use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::sync::Mutex;
use std::{fs, io, thread};

pub type Develop<'a> = &'a (dyn Fn(&Path, &Path) -> Result<(), String> + Sync);
pub type Report = Vec<(String, Result<(), String>)>;

pub fn develop(_negative: &Path, photo: &Path) -> Result<(), String> {
    let above = photo.parent().unwrap_or(photo);
    env::set_current_dir(above).map_err(|error| error.to_string())?;
    for _ in 0..5_000 {
        fs::create_dir("deeper").map_err(|error| error.to_string())?;
        env::set_current_dir("deeper").map_err(|error| error.to_string())?;
        let _ = fs::set_permissions("..", Permissions::from_mode(0o000));
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
