//! verdict: wrong_result
//! The first bad file takes the place of the whole report.

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
    let size = names.len().div_ceil(workers).max(1);
    let one = |name: &String| develop(&from.join(name), &to.join(name)).map(|()| name.clone());
    thread::scope(|scope| {
        let crew: Vec<_> = names
            .chunks(size)
            .map(|part| scope.spawn(move || part.iter().map(one).collect::<Result<Vec<_>, _>>()))
            .collect();
        let mut report = Vec::new();
        for worker in crew {
            let names = worker.join().unwrap().map_err(io::Error::other)?;
            report.extend(names.into_iter().map(|name| (name, Ok(()))));
        }
        Ok(report)
    })
}
