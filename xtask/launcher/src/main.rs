//! Starts the runner, and builds it first where that is needed.
//!
//! `cargo run --quiet` says nothing for the minute that a first build takes; without `--quiet` it says two lines before
//! every answer. And it looks at every dependency of the runner each time. So cargo runs this program, which has no
//! dependencies: it shows cargo's own progress when there is something to build, and is silent and quick otherwise.
//!
//! The grader is half of the runner, and a learner never calls it: so there is a runner without it, which is built first.
//! One that grades can do all that the other can, so it is never replaced by a smaller one.

mod freshness;

use std::ffi::OsString;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::{env, io};

use freshness::Runner;

/// The runner's package.
const HOME: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// Commands that need the grader; `verify` needs it for its tests. Wherever such a word stands among the arguments, it
/// counts: to build the grader for nothing costs time only, and only once.
const GRADING: [&str; 3] = ["grade", "jail", "verify"];

/// With one of these, a command only tells how to call it.
const HELP: [&str; 2] = ["-h", "--help"];

/// The runner's own code for a tool or an environment that failed.
const BROKEN: u8 = 3;

fn main() -> ExitCode {
    match launch() {
        Ok(never) => match never {},
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(BROKEN)
        }
    }
}

fn launch() -> Result<std::convert::Infallible, String> {
    let home = Path::new(HOME)
        .canonicalize()
        .map_err(|error| format!("cannot open {HOME}: {error}"))?;
    let me = env::current_exe().map_err(|error| format!("cannot tell where I am: {error}"))?;
    let runner = Runner::beside(&me, &home);
    let arguments: Vec<OsString> = env::args_os().skip(1).collect();
    let is_missing = is_grading(&arguments) && !runner.has_grader();
    if is_missing || !runner.is_fresh() {
        build(&runner, &home, is_missing)?;
    }
    let error = Command::new(&runner.program).args(arguments).exec();
    Err(format!(
        "cannot start {}: {error}",
        runner.program.display()
    ))
}

fn is_grading(arguments: &[OsString]) -> bool {
    let says = |words: &[&str]| {
        words
            .iter()
            .any(|word| arguments.iter().any(|it| it == word))
    };
    says(&GRADING) && !says(&HELP)
}

/// Builds the runner as large as it was, or with the grader where that is missing.
fn build(runner: &Runner, home: &Path, is_grader_missing: bool) -> Result<(), String> {
    if !runner.program.exists() {
        eprintln!("building the runner; it takes about a minute, and only this once");
    } else if is_grader_missing {
        eprintln!("building the grader; it takes about a minute, and only this once");
    }
    let features: &[&str] = if is_grader_missing || runner.has_grader() {
        &[]
    } else {
        &["--no-default-features"]
    };
    let begun = std::time::SystemTime::now();
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let built = Command::new(&cargo)
        .args(["build", "--package", "xtask"])
        .args(features)
        .current_dir(home)
        // What the runner answers is on standard output; this is not.
        .stdout(io::stderr())
        .status()
        .map_err(|error| format!("cannot start {}: {error}", cargo.display()))?;
    if !built.success() {
        return Err(
            "the runner was not built; cargo says why above\nmend that, and run it again".into(),
        );
    }
    // Without the mark it is only asked again next time.
    let _ = runner.mark(begun);
    Ok(())
}
