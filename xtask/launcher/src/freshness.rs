//! Whether the runner is built from what lies there now, and with which parts, by cargo's own list of what went into it.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// What decides a build and stands in no list of sources.
const MANIFESTS: [&str; 3] = ["Cargo.toml", "../Cargo.toml", "../Cargo.lock"];

/// The runner, where cargo puts it.
#[derive(Debug)]
pub(crate) struct Runner {
    /// The program.
    pub(crate) program: PathBuf,
    /// Its package.
    home: PathBuf,
}

impl Runner {
    /// The one beside this program.
    pub(crate) fn beside(launcher: &Path, home: &Path) -> Self {
        let name = format!("xtask{}", std::env::consts::EXE_SUFFIX);
        Self {
            program: launcher.with_file_name(name),
            home: home.to_path_buf(),
        }
    }

    /// Whether nothing has changed since the last build began. In doubt it is not fresh: cargo then knows better.
    pub(crate) fn is_fresh(&self) -> bool {
        let Ok(marked) = modified(&self.mark_file()) else {
            return false;
        };
        let sources = self.sources();
        // Another checkout may share the target folder; then the program is that one's.
        let main = self.home.join("src/main.rs").canonicalize().ok();
        let is_main = |path: &&PathBuf| path.ends_with("xtask/src/main.rs");
        let is_ours = main.is_some()
            && sources
                .iter()
                .find(is_main)
                .and_then(|path| path.canonicalize().ok())
                == main;
        let manifests = MANIFESTS.map(|path| self.home.join(path));
        let mut inputs = sources.iter().chain(&manifests);
        let is_older = |input: &PathBuf| modified(input).is_ok_and(|time| time <= marked);
        is_ours && self.program.exists() && inputs.all(is_older)
    }

    /// Whether it can grade, whoever has built it: plain `cargo build` and `cargo test` build it so.
    pub(crate) fn has_grader(&self) -> bool {
        let is_grader = |path: &PathBuf| path.ends_with("xtask/src/grade.rs");
        let is_there = self.program.exists() && self.stages().exists();
        is_there && self.sources().iter().any(is_grader)
    }

    /// The stages of the sandbox, which only the grader starts.
    fn stages(&self) -> PathBuf {
        let name = format!("xtask-jail{}", std::env::consts::EXE_SUFFIX);
        self.program.with_file_name(name)
    }

    /// What went into both; nothing where cargo has left no list.
    fn sources(&self) -> Vec<PathBuf> {
        let lists = [&self.program, &self.stages()].map(|program| program.with_extension("d"));
        let lists = lists.iter().flat_map(fs::read_to_string);
        lists.flat_map(|list| sources(&list)).collect()
    }

    /// Remembers a build that began then: what was edited while it went on is newer.
    ///
    /// # Errors
    /// The target folder cannot be written.
    pub(crate) fn mark(&self, begun: SystemTime) -> io::Result<()> {
        File::create(self.mark_file())?.set_modified(begun)
    }

    fn mark_file(&self) -> PathBuf {
        self.program.with_extension("launched")
    }
}

fn modified(path: &Path) -> io::Result<SystemTime> {
    fs::metadata(path)?.modified()
}

/// The paths behind the colon of a list in the form of make, where a blank within a path has a backslash before it.
fn sources(list: &str) -> Vec<PathBuf> {
    let Some((_, sources)) = list.lines().next().and_then(|line| line.split_once(": ")) else {
        return Vec::new();
    };
    let sources = sources.replace("\\ ", "\0");
    let paths = sources.split(' ').filter(|path| !path.is_empty());
    paths.map(|path| path.replace('\0', " ").into()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_within_a_path_is_no_end_of_it() {
        let list = "/target/debug/xtask: /my\\ course/a.rs /b.rs\n";
        assert_eq!(
            sources(list),
            [PathBuf::from("/my course/a.rs"), "/b.rs".into()]
        );
        assert!(sources("").is_empty());
    }
}
