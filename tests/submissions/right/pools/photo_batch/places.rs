//! The next number in one step, and a place for each line.

use std::path::Path;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
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
    let next = AtomicUsize::new(0);
    let lines: Vec<OnceLock<_>> = names.iter().map(|_| OnceLock::new()).collect();
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let at = next.fetch_add(1, Ordering::Relaxed)
                    && let Some(name) = names.get(at)
                {
                    let done = develop(&from.join(name), &to.join(name));
                    lines[at].set(done).unwrap();
                }
            });
        }
    });
    let lines = lines.into_iter().map(|line| line.into_inner().unwrap());
    Ok(names.into_iter().zip(lines).collect())
}
