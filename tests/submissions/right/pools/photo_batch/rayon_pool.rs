//! A rayon pool; `collect` keeps the order of the sorted names.

use image::ImageReader;
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;
use std::path::Path;
use std::{fs, io};

pub fn develop(negative: &Path, photo: &Path) -> Result<(), String> {
    let read = || -> Result<image::DynamicImage, Box<dyn std::error::Error>> {
        Ok(ImageReader::open(negative)?
            .with_guessed_format()?
            .decode()?)
    };
    let mut picture = read().map_err(|error| format!("{}: {error}", negative.display()))?;
    picture.invert();
    picture
        .save(photo)
        .map_err(|error| format!("{}: {error}", photo.display()))
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
    let pool = ThreadPoolBuilder::new()
        .num_threads(workers)
        .build()
        .map_err(io::Error::other)?;
    Ok(pool.install(|| {
        names
            .into_par_iter()
            .map(|name| {
                let done = develop(&from.join(&name), &to.join(&name));
                (name, done)
            })
            .collect()
    }))
}
