//! Output goes to files; the first status that is seen is kept in a list.

use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{self, Child, Command};
use std::sync::atomic::{AtomicUsize, Ordering};

static NEXT: AtomicUsize = AtomicUsize::new(0);

fn file() -> PathBuf {
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    std::env::temp_dir().join(format!("deadline-{}-{number}", process::id()))
}

pub fn finish_by(
    mut workers: Vec<Command>,
    mut time_left: impl FnMut() -> bool,
) -> Vec<Option<String>> {
    let files: Vec<PathBuf> = workers.iter().map(|_| file()).collect();
    let mut children: Vec<Option<Child>> = Vec::new();
    for (worker, file) in workers.iter_mut().zip(&files) {
        children.push(worker.stdout(File::create(file).unwrap()).spawn().ok());
    }
    let mut well: Vec<Option<bool>> = vec![None; children.len()];
    loop {
        for (child, well) in children.iter_mut().zip(&mut well) {
            if well.is_some() {
                continue;
            }
            *well = match child {
                None => Some(false),
                Some(child) => child.try_wait().unwrap().map(|status| status.success()),
            };
        }
        if well.iter().all(Option::is_some) || !time_left() {
            break;
        }
    }
    for (child, well) in children.iter_mut().zip(&well) {
        if let (Some(child), None) = (child, well) {
            child.kill().unwrap();
            child.wait().unwrap();
        }
    }
    let take = |(file, well): (PathBuf, Option<bool>)| {
        let text = fs::read_to_string(&file).unwrap();
        fs::remove_file(&file).unwrap();
        (well == Some(true)).then_some(text)
    };
    files.into_iter().zip(well).map(take).collect()
}
