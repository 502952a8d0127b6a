//! A room of the sandbox, and the attacker in it.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

use serde_json::{Value, json};
use tempfile::TempDir;

/// Where the program may write.
pub(super) const WRITABLE: &str = "/writable";

/// What was said of a run.
#[derive(Debug)]
pub(super) struct Ran(pub(super) Value);

/// A room with the attacker in it, and a folder of the system that it may read.
pub(super) struct Room {
    outside: TempDir,
    pub(super) about: Value,
}

impl Room {
    /// The attacker goes that way.
    pub(super) fn new(way: &[&str]) -> Self {
        let outside = tempfile::tempdir().unwrap();
        fs::create_dir(outside.path().join("shown")).unwrap();
        fs::write(outside.path().join("shown/file"), "shown").unwrap();
        let mut readable = vec![json!([attacker(), "/attacker"])];
        readable.push(json!([outside.path().join("shown"), "/shown"]));
        for folder in ["/usr", "/lib", "/lib64"] {
            if Path::new(folder).exists() {
                readable.push(json!([folder, folder]));
            }
        }
        let about = json!({
            "program": "/attacker",
            "args": [],
            "turns": [{"args": way, "input": 0, "fetch": []}],
            "patience": 1,
            "env": [["GIVEN", "this"]],
            "readable": readable,
            "writable": WRITABLE,
            "folder": WRITABLE,
            "limits": {
                "wall": {"secs": 60, "nanos": 0},
                "cpu": {"secs": 60, "nanos": 0},
                "memory": 256 << 20,
                "processes": 16,
                "files": 256,
                "file_size": 1 << 30,
                "disk": 8 << 20,
                "output": 10_000,
            },
            "processes": "yes",
        });
        Self { outside, about }
    }

    /// The same with another limit.
    pub(super) fn limit(mut self, limit: &str, value: Value) -> Self {
        self.about["limits"][limit] = value;
        self
    }

    /// The same for a program that may have threads only.
    pub(super) fn only_threads(mut self) -> Self {
        self.about["processes"] = json!("threads");
        self
    }

    /// The same, and the file is brought out.
    pub(super) fn fetch(mut self, inside: &str) -> Self {
        self.about["turns"][0]["fetch"] = json!([[inside, self.fetched()]]);
        self
    }

    /// Shows one thing more: where it is, and where it appears inside.
    pub(super) fn show(&mut self, host: impl AsRef<Path>, inside: impl AsRef<Path>) {
        let shown = json!([host.as_ref(), inside.as_ref()]);
        self.about["readable"].as_array_mut().unwrap().push(shown);
    }

    /// The file that was brought out.
    pub(super) fn fetched(&self) -> PathBuf {
        self.outside.path().join("fetched")
    }

    /// A folder of the system that the room does not show.
    pub(super) fn outside(&self) -> &Path {
        self.outside.path()
    }

    /// The runner, ready to run the room.
    pub(super) fn command(&self) -> Command {
        self.command_of(Path::new(env!("CARGO_BIN_EXE_xtask")))
    }

    /// The same, for that copy of it.
    pub(super) fn command_of(&self, runner: &Path) -> Command {
        let file = self.outside.path().join("room.json");
        fs::write(&file, self.about.to_string()).unwrap();
        let mut command = Command::new(runner);
        command.arg("jail").arg(file).stdin(Stdio::null());
        command
    }

    /// Runs it to its end.
    pub(super) fn run(&self) -> Ran {
        Ran::of(&mut self.command())
    }
}

impl Ran {
    /// What the runner says.
    pub(super) fn of(command: &mut Command) -> Self {
        Self::from(command.output().unwrap())
    }

    /// What it has said.
    pub(super) fn from(output: Output) -> Self {
        let told = serde_json::from_slice(&output.stdout);
        Self(told.unwrap_or_else(|_| panic!("{output:?}")))
    }

    /// The program's standard output.
    pub(super) fn out(&self) -> &str {
        self.0["stdout"].as_str().unwrap()
    }

    /// The number after that word in the output.
    pub(super) fn number(&self, word: &str) -> u64 {
        let mut lines = self.out().lines();
        let found = lines.find_map(|line| line.strip_prefix(word)?.trim().parse().ok());
        found.unwrap_or_else(|| panic!("no number of {word} in {self:?}"))
    }

    /// It went to its end, and reached nothing.
    #[track_caller]
    pub(super) fn held(&self) {
        assert_eq!(self.out(), "held\n", "{self:?}");
        self.ended_with(0);
    }

    /// It ended by itself with that code.
    #[track_caller]
    pub(super) fn ended_with(&self, code: i32) {
        assert_eq!(self.0["ends"][0]["code"], code, "{self:?}");
        self.left_nothing();
    }

    /// That signal ended it.
    #[track_caller]
    pub(super) fn died_of(&self, signal: i32) {
        assert_eq!(self.0["ends"][0]["signal"], signal, "{self:?}");
        self.left_nothing();
    }

    /// It was killed at the wall time.
    #[track_caller]
    pub(super) fn was_killed(&self) {
        assert_eq!(self.0["ends"][0], "killed", "{self:?}");
        self.left_nothing();
    }

    #[track_caller]
    pub(super) fn left_nothing(&self) {
        assert_eq!(self.0["closed"], true, "somebody holds a stream: {self:?}");
    }
}

/// The attacker, compiled once. A machine that links Rust has a C compiler.
fn attacker() -> &'static Path {
    static BUILT: OnceLock<(TempDir, PathBuf)> = OnceLock::new();
    let (_, program) = BUILT.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        // Ordinary users run it too.
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
        let program = folder.path().join("attacker");
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/cli/jail/attacker.c");
        let mut compiler = Command::new("cc");
        compiler.args(["-O1", "-pthread", "-w", "-o"]).arg(&program);
        let status = compiler
            .arg(source)
            .status()
            .expect("cc compiles the attacker");
        assert!(status.success());
        (folder, program)
    });
    program
}
