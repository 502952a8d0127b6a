//! The grader as an instructor runs it, over the real course.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use rustix::io::Errno;
use rustix::process::{WaitOptions, getpid, set_child_subreaper, wait};
use serde_json::Value;
use tempfile::TempDir;

/// What whoever grades has in the environment and in the home folder, and nobody else must ever see.
pub(crate) const SECRET: &str = "sesame-7f3a";

/// Seconds for each test. The harness's own patience is shorter, so honest tests never meet it.
const DEADLINE: &str = "10";

/// A grading that has come to its end.
pub(crate) struct Graded {
    /// The folder of the reports.
    pub(crate) out: TempDir,
    /// The exit code.
    pub(crate) code: Option<i32>,
    /// Both of the streams, one behind the other.
    pub(crate) said: String,
    /// The lines of `grades.jsonl` by id.
    pub(crate) lines: BTreeMap<String, String>,
    /// Processes that were still there when the grader had gone.
    pub(crate) left: Vec<String>,
}

/// The root of the workspace.
pub(crate) fn course() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    root.canonicalize().unwrap()
}

/// Grades the folder, with a home and a place for temporary files of its own. Who started it becomes the parent of
/// whatever it leaves behind.
pub(crate) fn grade(class: &Path, home: &Path, arguments: &[&str]) -> Graded {
    set_child_subreaper(Some(getpid())).unwrap();
    let out = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command
        .arg("grade")
        .arg(class)
        .arg("--out")
        .arg(out.path())
        .args(["--timeout", DEADLINE])
        .args(arguments)
        .current_dir(course())
        .env("HOME", home)
        .env("TMPDIR", home.join("temporary"))
        .env("SECRET_OF_THE_GRADER", SECRET)
        .stdin(Stdio::null());
    for (variable, folder) in [("CARGO_HOME", ".cargo"), ("RUSTUP_HOME", ".rustup")] {
        if let (None, Some(own)) = (std::env::var_os(variable), std::env::var_os("HOME")) {
            command.env(variable, Path::new(&own).join(folder));
        }
    }
    let ended = command.output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let left = left_behind();
    let grades = out.path().join("grades.jsonl");
    let said = text(&ended.stdout) + &text(&ended.stderr);
    let lines = fs::read_to_string(&grades).unwrap_or_else(|error| panic!("{error}: {said}"));
    Graded {
        code: ended.status.code(),
        lines: lines
            .lines()
            .map(|line| (id(line), line.to_owned()))
            .collect(),
        out,
        said,
        left,
    }
}

impl Graded {
    /// What is known of one exercise of a submission.
    pub(crate) fn exercise(&self, id: &str, exercise: &str) -> Value {
        let line = self.lines.get(id);
        let line = line.unwrap_or_else(|| panic!("{id} is not graded: {}", self.said));
        let grade: Value = serde_json::from_str(line).unwrap();
        grade["exercises"][exercise].clone()
    }

    /// A list of the submission, as text.
    pub(crate) fn ignored(&self, id: &str) -> String {
        let grade: Value = serde_json::from_str(&self.lines[id]).unwrap();
        grade["ignored"].to_string()
    }
}

fn id(line: &str) -> String {
    let grade: Value = serde_json::from_str(line).unwrap();
    grade["id"].as_str().unwrap_or_default().to_owned()
}

/// The orphans of the grader: this process is their parent now. Those that have ended are buried here.
fn left_behind() -> Vec<String> {
    loop {
        match wait(WaitOptions::NOHANG) {
            Ok(Some(_)) | Err(Errno::INTR) => {}
            Ok(None) => return children(),
            Err(_) => return Vec::new(),
        }
    }
}

/// The children of this process, by their names.
fn children() -> Vec<String> {
    let processes = fs::read_dir("/proc").unwrap().flatten();
    let stats = processes.filter_map(|entry| fs::read_to_string(entry.path().join("stat")).ok());
    let own = std::process::id().to_string();
    let is_child = |stat: &String| {
        let fields = stat.rsplit_once(") ").map(|(_, fields)| fields);
        fields.and_then(|fields| fields.split(' ').nth(1)) == Some(&own)
    };
    stats.filter(is_child).collect()
}
