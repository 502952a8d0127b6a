//! Starts the runner, and builds it first where that is needed.
//!
//! `cargo run --quiet` says nothing for the minute that a first build takes; without `--quiet` it says two lines before
//! every answer. And it looks at every dependency of the runner each time. So cargo runs this program, which has no
//! dependencies: it shows cargo's own progress when there is something to build, and is silent and quick otherwise.

mod freshness;

use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::{env, io};

use freshness::Runner;

/// The runner's package.
const HOME: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

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
    if !runner.is_fresh() {
        build(&runner, &home)?;
    }
    let error = Command::new(&runner.program)
        .args(env::args_os().skip(1))
        .exec();
    Err(format!(
        "cannot start {}: {error}",
        runner.program.display()
    ))
}

fn build(runner: &Runner, home: &Path) -> Result<(), String> {
    if !runner.program.exists() {
        eprintln!("building the runner; it takes about a minute, and only this once");
    }
    let begun = std::time::SystemTime::now();
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let built = Command::new(&cargo)
        .args(["build", "--package", "xtask"])
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
