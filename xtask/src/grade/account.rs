//! What a grading has cost, and for what: the compiler, the tests, the sandbox around both.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use anyhow::{Context, ensure};
use serde::{Deserialize, Serialize};

use crate::disk;
use crate::run::place::{Call, Place, Series, Trade, Turn};
use crate::run::process::{End, Limits, Ran};
use crate::scratch;

/// So many times nothing is run in the sandbox, to know what the sandbox itself takes.
const EMPTY: u64 = 10;

/// A program that does nothing, where systems have it.
const NOTHING: [&str; 2] = ["/usr/bin/true", "/bin/true"];

/// What was run in the sandbox, and what it has cost.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Account {
    /// rustc and the linkers that it has started.
    pub(crate) compiler: Sum,
    /// The canaries among them.
    pub(crate) tests: Sum,
    /// Programs that do nothing, run after all others, each in a sandbox of its own: what the sandbox takes by itself.
    pub(crate) empty: Sum,
    /// The same in one sandbox: what each further turn in it takes.
    pub(crate) empty_turns: Sum,
}

/// Calls of one kind. A call's CPU time is that of the whole sandbox.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Sum {
    /// Sandboxes.
    pub(crate) calls: u64,
    /// Programs run in them.
    pub(crate) turns: u64,
    /// CPU time of all of them.
    pub(crate) seconds: f64,
}

/// A place that keeps account of what is run in it.
#[derive(Debug)]
pub(crate) struct Clerk<'a> {
    place: &'a dyn Place,
    account: Mutex<Account>,
}

impl<'a> Clerk<'a> {
    /// Keeps account of that place.
    pub(crate) fn of(place: &'a dyn Place) -> Self {
        Self {
            place,
            account: Mutex::default(),
        }
    }

    /// Measures what the sandbox takes by itself, and writes the account. `kept`: where the runner keeps what it needs.
    ///
    /// # Errors
    /// The system has no program that does nothing, or the file cannot be written.
    pub(crate) fn close(&self, file: &Path, kept: &Path) -> anyhow::Result<()> {
        let folder = scratch::Folder::new(kept)?;
        for number in 0..EMPTY {
            let call = nothing(folder.path().join(number.to_string()))?;
            let ran = self.place.run(call)?;
            let well = matches!(ran.end, End::Exited(status) if status.success());
            ensure!(well, "a program that does nothing has failed: {ran:?}");
            self.account().empty.add(1, ran.cpu);
        }
        let call = nothing(folder.path().join("turns"))?;
        let turns: Vec<Turn> = (0..EMPTY).map(|_| Turn::default()).collect();
        let series = self.place.take_turns(call, turns, 1)?;
        self.account()
            .empty_turns
            .add(series.ends.len(), series.cpu);
        let text = serde_json::to_vec(&*self.account())?;
        disk::replace(file, &text)
    }

    fn account(&self) -> MutexGuard<'_, Account> {
        self.account.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Place for Clerk<'_> {
    fn run(&self, call: Call) -> anyhow::Result<Ran> {
        let trade = call.trade;
        let ran = self.place.run(call)?;
        let mut account = self.account();
        match trade {
            Trade::Compiler => account.compiler.add(1, ran.cpu),
            Trade::Threads | Trade::Processes => account.tests.add(1, ran.cpu),
        }
        Ok(ran)
    }

    /// Only tests take turns.
    fn take_turns(&self, call: Call, turns: Vec<Turn>, patience: usize) -> anyhow::Result<Series> {
        let series = self.place.take_turns(call, turns, patience)?;
        self.account().tests.add(series.ends.len(), series.cpu);
        Ok(series)
    }

    fn inside(&self, path: &Path) -> PathBuf {
        self.place.inside(path)
    }
}

impl Sum {
    fn add(&mut self, turns: usize, cpu: Duration) {
        self.calls += 1;
        self.turns += turns as u64;
        self.seconds += cpu.as_secs_f64();
    }
}

fn nothing(writable: PathBuf) -> anyhow::Result<Call> {
    let program = NOTHING.iter().find(|path| Path::new(path).exists());
    let program =
        program.context("this system has no /usr/bin/true to measure the sandbox with")?;
    Ok(Call {
        command: Command::new(program),
        input: Vec::new(),
        limits: Limits {
            time: Duration::from_secs(30),
            output: 1 << 10,
        },
        trade: Trade::Processes,
        readable: Vec::new(),
        writable,
        fetch: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::run::place::Here;

    /// Calls everything by a name of its own.
    #[derive(Debug)]
    struct Elsewhere;

    impl Place for Elsewhere {
        fn run(&self, call: Call) -> anyhow::Result<Ran> {
            Here.run(call)
        }

        fn inside(&self, _: &Path) -> PathBuf {
            "/elsewhere".into()
        }
    }

    #[test]
    fn a_path_is_called_as_the_place_calls_it() {
        let clerk = Clerk::of(&Elsewhere);
        assert_eq!(clerk.inside(Path::new("/here")), Path::new("/elsewhere"));
    }

    #[test]
    fn each_call_is_booked_under_its_trade() {
        let folder = tempfile::tempdir().unwrap();
        let clerk = Clerk::of(&Here);
        for trade in [Trade::Compiler, Trade::Threads, Trade::Processes] {
            let call = nothing(folder.path().join("w")).unwrap();
            clerk.run(Call { trade, ..call }).unwrap();
        }
        let call = nothing(folder.path().join("w")).unwrap();
        let turns = vec![Turn::default(), Turn::default()];
        clerk.take_turns(call, turns, 1).unwrap();
        let file = folder.path().join("account.json");
        clerk.close(&file, folder.path()).unwrap();
        let account: Account = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
        let sums = [
            account.compiler,
            account.tests,
            account.empty,
            account.empty_turns,
        ];
        assert_eq!(sums.map(|sum| sum.calls), [1, 3, EMPTY, 1]);
        assert_eq!(sums.map(|sum| sum.turns), [1, 4, EMPTY, EMPTY]);
        assert!(account.empty.seconds > 0.0, "{account:?}");
    }
}
