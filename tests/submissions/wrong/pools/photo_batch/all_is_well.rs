//! verdict: wrong_result
//! Says that everything was done.

use std::path::Path;
use std::{fs, io};

pub fn develop(negative: &Path, photo: &Path) -> Result<(), String> {
    let _ = (negative, photo);
    Ok(())
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
    let _ = (to, workers, develop);
    Ok(names.into_iter().map(|name| (name, Ok(()))).collect())
}
