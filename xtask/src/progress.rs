//! What has been decided and shown so far, kept in `.progress/progress.json`.
//!
//! Progress makes things quick and polite, it never decides: a file that is lost, damaged or cannot be written costs a
//! warning and some time, because every verdict can be had again from the exercise itself.

pub(crate) mod guidance;
mod lock;
pub(crate) mod standing;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::Context;
use serde::{Deserialize, Serialize};

use crate::decide::Decision;
use crate::verdict::Verdict;
use crate::{disk, paths};

/// The form of the file. Another number is another program's file: set aside, not guessed at.
const VERSION: u32 = 1;

/// The whole file.
#[derive(Debug, Serialize, Deserialize)]
struct State {
    version: u32,
    exercises: BTreeMap<String, Entry>,
}

impl Default for State {
    fn default() -> Self {
        Self {
            version: VERSION,
            exercises: BTreeMap::new(),
        }
    }
}

/// What is known of one exercise.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Entry {
    /// The last decision, with the key of what was decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) decided: Option<Decided>,
    /// Whether it was ever solved. Then the solution may be read, also after further edits.
    #[serde(default)]
    pub(crate) solved_once: bool,
    /// The hints that were shown, by number from 1.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub(crate) hints: BTreeSet<u8>,
}

/// A decision and what it was about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Decided {
    /// Stands for the contents of everything that the verdict depends on: [`crate::decide::Judge::key`].
    pub(crate) key: String,
    /// What was decided.
    pub(crate) decision: Decision,
}

/// The progress of one course.
#[derive(Debug)]
pub(crate) struct Progress {
    file: PathBuf,
    state: State,
    warnings: Vec<String>,
}

impl Progress {
    /// Reads the progress of the course at `root`. Never fails: what cannot be read becomes a warning.
    pub(crate) fn load(root: &Path) -> Self {
        let mut progress = Self {
            file: paths::kept(root).join("progress.json"),
            state: State::default(),
            warnings: Vec::new(),
        };
        progress.state = progress.read();
        progress
    }

    /// What is known of the exercise `id`.
    pub(crate) fn entry(&self, id: &str) -> Option<&Entry> {
        self.state.exercises.get(id)
    }

    /// The decision on what has this key, if it is known and can be trusted to come out the same again. What was killed
    /// at a deadline or died may owe it to the machine, so that is decided anew.
    pub(crate) fn recall(&self, id: &str, key: &str) -> Option<Decision> {
        let decided = self.entry(id)?.decided.as_ref()?;
        let steady = !matches!(
            decided.decision.verdict,
            Verdict::TimedOut | Verdict::Crashed
        );
        (steady && decided.key == key).then(|| Decision {
            cached: true,
            ..decided.decision.clone()
        })
    }

    /// Keeps a decision.
    pub(crate) fn record(&mut self, id: &str, key: String, decision: Decision) {
        self.update(id, |entry| {
            entry.solved_once |= decision.verdict == Verdict::Solved;
            entry.decided = Some(Decided {
                key: key.clone(),
                decision: decision.clone(),
            });
        });
    }

    /// Changes the entry of `id`, on top of what other runs have written meanwhile. A file that cannot be written
    /// becomes a warning; the change then holds for this run only.
    pub(crate) fn update(&mut self, id: &str, change: impl Fn(&mut Entry)) {
        let written = self.write_merged(id, &change);
        if let Err(error) = written {
            change(self.state.exercises.entry(id.to_owned()).or_default());
            self.warnings
                .push(format!("progress is not saved: {error:#}"));
        }
    }

    /// What went wrong since the last call, in sentences for the learner.
    pub(crate) fn take_warnings(&mut self) -> Vec<String> {
        std::mem::take(&mut self.warnings)
    }

    fn write_merged(&mut self, id: &str, change: impl Fn(&mut Entry)) -> anyhow::Result<()> {
        let folder = self.file.parent().context("progress has no folder")?;
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        let _held = lock::acquire(&folder.join("lock"))?;
        // Only under the lock: nobody else is writing.
        disk::sweep(folder);
        self.state = self.read();
        change(self.state.exercises.entry(id.to_owned()).or_default());
        let mut text = serde_json::to_vec(&self.state)?;
        text.push(b'\n');
        disk::replace(&self.file, &text)
    }

    fn read(&mut self) -> State {
        let problem = match fs::read(&self.file) {
            Ok(bytes) => match serde_json::from_slice::<State>(&bytes) {
                Ok(state) if state.version == VERSION => return state,
                Ok(state) => format!("is of version {}, not {VERSION}", state.version),
                Err(error) => format!("is damaged ({error})"),
            },
            Err(error) if error.kind() == ErrorKind::NotFound => return State::default(),
            Err(error) => {
                let file = self.file.display();
                self.warnings.push(format!("cannot read {file}: {error}"));
                return State::default();
            }
        };
        let aside = set_aside(&self.file);
        self.warnings.push(format!(
            "{} {problem}; {aside}. Your exercises are untouched and are decided again as you go.",
            self.file.display()
        ));
        State::default()
    }
}

/// Moves a damaged file to the first free name beside it, and says where it went.
fn set_aside(file: &Path) -> String {
    let free = (1_u32..)
        .map(|n| file.with_extension(format!("json.damaged-{n}")))
        .find(|name| !name.exists());
    match free.map(|name| (fs::rename(file, &name), name)) {
        Some((Ok(()), name)) => format!("it is set aside as {}", name.display()),
        Some((Err(error), _)) => format!("it cannot be set aside: {error}"),
        None => "it stays where it is".into(),
    }
}

#[cfg(test)]
mod tests;
