//! Output goes to files without a limit, so `wait` can come first.

use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{self, Command};
use std::sync::atomic::{AtomicUsize, Ordering};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    Well { result: String },
    GaveUp { code: i32, complaint: String },
    Killed { complaint: String },
    NeverStarted,
}

static NEXT: AtomicUsize = AtomicUsize::new(0);

fn file() -> PathBuf {
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    std::env::temp_dir().join(format!("crash-report-{}-{number}", process::id()))
}

fn text(path: &PathBuf) -> String {
    let bytes = fs::read(path).unwrap();
    fs::remove_file(path).unwrap();
    String::from_utf8_lossy(&bytes).into_owned()
}

pub fn run_all(workers: Vec<Command>) -> Vec<End> {
    let started: Vec<_> = workers
        .into_iter()
        .map(|mut worker| {
            let (out, err) = (file(), file());
            worker.stdout(File::create(&out).unwrap());
            worker.stderr(File::create(&err).unwrap());
            (worker.spawn(), out, err)
        })
        .collect();
    let end = |(child, out, err): (std::io::Result<process::Child>, PathBuf, PathBuf)| {
        let status = child.and_then(|mut child| child.wait());
        let (result, complaint) = (text(&out), text(&err));
        match status.map(|status| status.code()) {
            Err(_) => End::NeverStarted,
            Ok(Some(0)) => End::Well { result },
            Ok(Some(code)) => End::GaveUp { code, complaint },
            Ok(None) => End::Killed { complaint },
        }
    };
    started.into_iter().map(end).collect()
}
