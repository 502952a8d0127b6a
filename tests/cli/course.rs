//! A copy of the tiny course in a folder of its own, and the runner started in it.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

use tempfile::TempDir;

/// The lesson that the tiny course consists of.
pub(crate) const LESSON: &str = "verdicts";

/// One test's own course.
pub(crate) struct Course {
    root: TempDir,
}

/// What a run of the runner left behind.
#[derive(Debug)]
pub(crate) struct Run {
    /// The exit code; none when a signal ended it.
    pub(crate) code: Option<i32>,
    /// Standard output.
    pub(crate) out: String,
    /// Standard error.
    pub(crate) err: String,
}

impl Course {
    /// Copies the course and packs its starters.
    pub(crate) fn new() -> Self {
        Self::of(&["course"])
    }

    /// The same with two more lessons: one whose tests start programs, without a model, and one without exercises.
    pub(crate) fn with_programs() -> Self {
        Self::of(&["course", "programs"])
    }

    fn of(parts: &[&str]) -> Self {
        let root = tempfile::tempdir().unwrap();
        let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests");
        let tests = tests.canonicalize().unwrap();
        for part in parts {
            copy(&tests.join("cli").join(part), root.path());
        }
        let manifest = root.path().join("Cargo.toml");
        let text = fs::read_to_string(&manifest).unwrap();
        let absolute = text.replace("\"../../", &format!("\"{}/", tests.display()));
        fs::write(&manifest, absolute).unwrap();
        let lock = if parts.len() > 1 {
            &LOCKED_MORE
        } else {
            &LOCKED
        };
        fs::write(
            root.path().join("Cargo.lock"),
            lock.get_or_init(|| cut_lock(&tests, root.path())),
        )
        .unwrap();
        let course = Self { root };
        let packed = course.run(&["pack"]);
        assert_eq!(packed.code, Some(0), "{packed:?}");
        course
    }

    /// A path in the course.
    pub(crate) fn path(&self, below: &str) -> PathBuf {
        self.root.path().canonicalize().unwrap().join(below)
    }

    /// The learner's file.
    pub(crate) fn file(&self, exercise: &str) -> PathBuf {
        self.path(&format!("exercises/{LESSON}/src/{exercise}.rs"))
    }

    /// The text of a file in the course.
    pub(crate) fn read(&self, below: &str) -> String {
        fs::read_to_string(self.path(below)).unwrap()
    }

    /// The learner writes the reference solution.
    pub(crate) fn solve(&self, exercise: &str) {
        self.solve_in(LESSON, exercise);
    }

    /// The same in another lesson.
    pub(crate) fn solve_in(&self, lesson: &str, exercise: &str) {
        let solution = self.path(&format!("solutions/{lesson}/{exercise}.rs"));
        let file = self.path(&format!("exercises/{lesson}/src/{exercise}.rs"));
        fs::copy(solution, file).unwrap();
    }

    /// The runner, ready to start. What it builds is shared by all tests, as one learner's runs share it.
    pub(crate) fn command<S: AsRef<OsStr>>(&self, arguments: &[S]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
        command
            .args(arguments)
            .current_dir(self.root.path())
            .env("CARGO_TARGET_DIR", shared_target())
            .env("LC_ALL", "C.UTF-8")
            .env_remove("NO_COLOR")
            .env_remove("CLICOLOR_FORCE")
            .stdin(Stdio::null());
        command
    }

    /// Runs the runner to its end, its output in pipes.
    pub(crate) fn run<S: AsRef<OsStr>>(&self, arguments: &[S]) -> Run {
        Run::from(self.command(arguments).output().unwrap())
    }

    /// `list --json`, one exercise of it.
    pub(crate) fn listed(&self, exercise: &str) -> serde_json::Value {
        let run = self.run(&["list", "--json"]);
        let list: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        let mut exercises = list["exercises"].as_array().unwrap().iter();
        let found = exercises.find(|found| found["name"] == exercise);
        found
            .unwrap_or_else(|| panic!("{exercise} is not listed: {run:?}"))
            .clone()
    }
}

/// Where all tests' courses build.
pub(crate) fn shared_target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("course")
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Run {
    /// Asserts the exit code and that standard output says each of `texts`.
    pub(crate) fn says(&self, code: i32, texts: &[&str]) -> &Self {
        assert_eq!(self.code, Some(code), "{self:#?}");
        for text in texts {
            assert!(self.out.contains(text), "`{text}` is missing in {self:#?}");
        }
        self
    }

    /// Asserts the exit code and that standard error says each of `texts`.
    pub(crate) fn complains(&self, code: i32, texts: &[&str]) -> &Self {
        assert_eq!(self.code, Some(code), "{self:#?}");
        for text in texts {
            assert!(self.err.contains(text), "`{text}` is missing in {self:#?}");
        }
        self
    }
}

/// The lock of the course, and of the one with more lessons.
static LOCKED: OnceLock<String> = OnceLock::new();
static LOCKED_MORE: OnceLock<String> = OnceLock::new();

/// The workspace's own versions, so that nothing is looked up, cut down to what the tiny course needs: cargo would do that
/// in the middle of a test, and the verdicts before and after would be of two different courses.
fn cut_lock(tests: &Path, course: &Path) -> String {
    let lock = course.join("Cargo.lock");
    fs::copy(tests.join("../Cargo.lock"), &lock).unwrap();
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
    cargo.args(["metadata", "--offline", "--format-version=1"]);
    let output = cargo.current_dir(course).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    fs::read_to_string(lock).unwrap()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
