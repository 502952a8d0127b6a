//! A pile behind a lock, and a sorted map for the report.

use image::{GenericImage, GenericImageView, Rgba};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::{fs, io, thread};

pub fn develop(negative: &Path, photo: &Path) -> Result<(), String> {
    let mut picture = image::open(negative).map_err(|why| why.to_string())?;
    let (width, height) = picture.dimensions();
    for (x, y) in (0..height).flat_map(|y| (0..width).map(move |x| (x, y))) {
        let Rgba([red, green, blue, alpha]) = picture.get_pixel(x, y);
        picture.put_pixel(x, y, Rgba([255 - red, 255 - green, 255 - blue, alpha]));
    }
    // Under another name first, so that the folder never shows half a photograph.
    let half: PathBuf = photo.with_extension("half");
    let written = picture
        .save_with_format(&half, image::ImageFormat::Png)
        .map_err(|why| why.to_string())
        .and_then(|()| fs::rename(&half, photo).map_err(|why| why.to_string()));
    if written.is_err() {
        let _ = fs::remove_file(&half);
    }
    written
}

pub fn develop_all(
    from: &Path,
    to: &Path,
    workers: usize,
    develop: &(dyn Fn(&Path, &Path) -> Result<(), String> + Sync),
) -> io::Result<Vec<(String, Result<(), String>)>> {
    let pile: Vec<String> = fs::read_dir(from)?
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect::<io::Result<_>>()?;
    let pile = Mutex::new(pile);
    let report = Mutex::new(BTreeMap::new());
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                loop {
                    let Some(name) = pile.lock().unwrap().pop() else {
                        break;
                    };
                    let done = develop(&from.join(&name), &to.join(&name));
                    report.lock().unwrap().insert(name, done);
                }
            });
        }
    });
    Ok(report.into_inner().unwrap().into_iter().collect())
}
