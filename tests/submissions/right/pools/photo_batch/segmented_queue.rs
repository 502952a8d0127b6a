//! A queue of crossbeam holds the names, and each worker brings its lines home.

use crossbeam::queue::SegQueue;
use std::path::Path;
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
    let pile = SegQueue::new();
    for entry in fs::read_dir(from)? {
        pile.push(entry?.file_name());
    }
    let work = || {
        let mut lines = Vec::new();
        while let Some(name) = pile.pop() {
            let done = develop(&from.join(&name), &to.join(&name));
            lines.push((name.to_string_lossy().into_owned(), done));
        }
        lines
    };
    let mut report = thread::scope(|scope| {
        let crew: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        crew.into_iter()
            .flat_map(|worker| worker.join().unwrap())
            .collect::<Vec<_>>()
    });
    report.sort_by(|(one, _), (other, _)| one.cmp(other));
    Ok(report)
}
