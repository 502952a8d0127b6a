//! verdict: wrong_result
//! Creates the new file before the old one is read: an empty one remains.

use std::fs::File;
use std::path::Path;
use std::{fs, io, thread};

pub fn develop(negative: &Path, photo: &Path) -> Result<(), String> {
    let mut new = File::create(photo).map_err(|error| error.to_string())?;
    let mut picture = image::open(negative).map_err(|error| error.to_string())?;
    picture.invert();
    picture
        .write_to(&mut new, image::ImageFormat::Png)
        .map_err(|error| error.to_string())
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
    let size = names.len().div_ceil(workers).max(1);
    let one = |name: &String| (name.clone(), develop(&from.join(name), &to.join(name)));
    Ok(thread::scope(|scope| {
        let crew: Vec<_> = names
            .chunks(size)
            .map(|part| scope.spawn(move || part.iter().map(one).collect::<Vec<_>>()))
            .collect();
        crew.into_iter()
            .flat_map(|worker| worker.join().unwrap())
            .collect()
    }))
}
