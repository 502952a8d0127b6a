//! verdict: serial
//! Right photographs, one after the other.

use std::path::Path;
use std::{fs, io};

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
    Ok(names
        .into_iter()
        .map(|name| {
            let done = develop(&from.join(&name), &to.join(&name));
            (name, done)
        })
        .collect())
}
