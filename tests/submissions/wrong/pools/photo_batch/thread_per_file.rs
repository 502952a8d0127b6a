//! verdict: race
//! As many workers as files.

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
    let mut names = Vec::new();
    for entry in fs::read_dir(from)? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    let _ = workers;
    Ok(thread::scope(|scope| {
        let crew: Vec<_> = names
            .iter()
            .map(|name| scope.spawn(move || develop(&from.join(name), &to.join(name))))
            .collect();
        names
            .iter()
            .cloned()
            .zip(crew.into_iter().map(|worker| worker.join().unwrap()))
            .collect()
    }))
}
