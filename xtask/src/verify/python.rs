//! The lessons' programs in Python: each must run to its end, and say nothing against itself.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::Context;

use super::ledger::Ledger;
use crate::course::Lesson;
use crate::run::process::{self, End, Limits, Ran};
use crate::{batch, paths, rules};

/// They end within two seconds on an idle machine.
const LIMITS: Limits = Limits {
    time: Duration::from_secs(30),
    output: 1 << 16,
};

/// The command that these programs are run by.
const PYTHON: &str = "python3";

/// The programs of the lessons.
pub(crate) fn programs<'a>(lessons: impl Iterator<Item = &'a Lesson>) -> Vec<PathBuf> {
    lessons
        .flat_map(|lesson| rules::files(&lesson.dir.join("python"), ".py"))
        .collect()
}

/// Runs them. Where there is no Python they are counted as skipped.
pub(crate) fn run(root: &Path, programs: &[PathBuf], ledger: &mut Ledger<'_>) {
    if !is_there() {
        ledger.say(&format!("  there is no {PYTHON} on the path\n"));
        ledger.skip(programs.len());
        return;
    }
    let work = |program: &PathBuf| one(program);
    batch::each(programs, batch::jobs(), work, |program, ran| {
        let complaint = match ran {
            Ok(ran) => complaint(&ran),
            Err(error) => Some(format!("{error:#}")),
        };
        match complaint {
            None => ledger.pass(1),
            Some(complaint) => ledger.fail(&paths::shown(root, program).to_string(), &complaint),
        }
    });
}

fn one(program: &Path) -> anyhow::Result<Ran> {
    let mut command = Command::new(PYTHON);
    command
        .arg(program)
        .current_dir(program.parent().unwrap_or(program))
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .env("PYTHONUTF8", "1");
    process::run(&mut command, LIMITS).with_context(|| format!("failed to start {PYTHON}"))
}

/// What to mend; nothing when it ended well.
fn complaint(ran: &Ran) -> Option<String> {
    let why = match ran.end {
        End::Exited(status) if status.success() && ran.stdout.text.is_empty() => {
            "it printed nothing; let it show what the lesson says of it".to_owned()
        }
        End::Exited(status) if status.success() => return None,
        End::Exited(status) => format!("it failed ({status}); mend it"),
        End::Killed => format!("it had not ended after {} seconds", LIMITS.time.as_secs()),
    };
    Some(format!("{why}\n{}", ran.stderr.text.trim_end()))
}

fn is_there() -> bool {
    let folders = env::var_os("PATH").unwrap_or_default();
    let name = format!("{PYTHON}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&folders).any(|folder| folder.join(&name).is_file())
}
