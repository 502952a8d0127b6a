//! What a submission could have reached, as it was before and is afterwards.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::grader::course;
use crate::packaging::OUTSIDE;

/// A look at them.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Surroundings {
    /// Files, folders and links, and what there is to say of each: its size, or where it leads.
    pub(crate) files: BTreeMap<PathBuf, String>,
    /// The mounts of this namespace.
    pub(crate) mounts: String,
    /// Sockets that listen on the ports which a submission has asked for.
    pub(crate) listening: Vec<String>,
}

/// Ports on which hostile programs listen.
const PORTS: [u16; 2] = [40_300, 40_301];

/// Where programs leave their mark, if they can.
const SYSTEM: [&str; 10] = [
    "/", "/tmp", "/var/tmp", "/etc", "/root", "/home", "/dev/shm", "/run", "/work", "/opt",
];

impl Surroundings {
    /// As they are now: of the course all but what cargo and git keep, what the runner keeps, and `folders`.
    pub(crate) fn look(folders: &[&Path]) -> Self {
        let mut files = BTreeMap::new();
        let course = course();
        for entry in fs::read_dir(&course).unwrap().flatten() {
            if entry.file_name() != "target" && entry.file_name() != ".git" {
                list(&entry.path(), &mut files);
            }
        }
        list(&target(&course).join("xtask"), &mut files);
        folders.iter().for_each(|folder| list(folder, &mut files));
        mark(&course, &mut files);
        let mounts = fs::read_to_string("/proc/self/mountinfo").unwrap();
        Self {
            files,
            mounts,
            listening: listening(),
        }
    }
}

fn target(course: &Path) -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| course.join("target"), PathBuf::from)
}

/// The path and all below it. No link is followed.
fn list(path: &Path, found: &mut BTreeMap<PathBuf, String>) {
    let Ok(about) = fs::symlink_metadata(path) else {
        return;
    };
    let what = match (about.is_dir(), about.is_symlink()) {
        (true, _) => "folder".to_owned(),
        (_, true) => format!("link to {:?}", fs::read_link(path).ok()),
        _ => format!("{} bytes", about.len()),
    };
    found.insert(path.to_path_buf(), what);
    if about.is_dir() {
        let entries = fs::read_dir(path).into_iter().flatten().flatten();
        entries.for_each(|entry| list(&entry.path(), found));
    }
}

/// Looks for marks in the system's folders and in those above the course, which as a whole belong to others.
fn mark(course: &Path, found: &mut BTreeMap<PathBuf, String>) {
    let above = course.ancestors().chain(SYSTEM.iter().map(Path::new));
    let marks = [OUTSIDE.to_owned(), format!("{OUTSIDE}.d")];
    above
        .flat_map(|folder| marks.iter().map(move |mark| folder.join(mark)))
        .for_each(|path| list(&path, found));
}

/// Lines of the kernel's tables: the port in hexadecimal digits, and 0A for one that listens.
fn listening() -> Vec<String> {
    let tables = ["/proc/net/tcp", "/proc/net/tcp6"];
    let lines = tables.iter().flat_map(|table| {
        let text = fs::read_to_string(table).unwrap_or_default();
        text.lines().map(str::to_owned).collect::<Vec<_>>()
    });
    let is_theirs = |line: &String| {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let port = |port: &u16| fields[1].ends_with(&format!(":{port:04X}"));
        fields.get(3) == Some(&"0A") && PORTS.iter().any(port)
    };
    lines.filter(is_theirs).collect()
}
