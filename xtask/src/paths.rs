//! Where things lie: the course's root, and the files that the runner keeps for the learner.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

/// The workspace that this binary was built in.
const HOME: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// The course that the current folder is in: the nearest folder upwards that has `exercises/` and a `Cargo.toml`;
/// outside of any course, the one that this binary was built in.
///
/// # Errors
/// No course is found, or the current folder is gone.
pub(crate) fn root() -> anyhow::Result<PathBuf> {
    let here = std::env::current_dir().context("cannot tell the current folder")?;
    let home = Path::new(HOME);
    let mut candidates = here.ancestors().chain([home]);
    match candidates.find(|folder| is_course(folder)) {
        Some(found) => found
            .canonicalize()
            .with_context(|| format!("cannot open {}", found.display())),
        None => bail!(
            "no course at {} or above it\nrun it in the folder that has exercises/ and Cargo.toml",
            here.display()
        ),
    }
}

fn is_course(folder: &Path) -> bool {
    folder.join("exercises").is_dir() && folder.join("Cargo.toml").is_file()
}

/// Whether `root` is the course that this binary was built in, whose starters it carries.
pub(crate) fn is_home(root: &Path) -> bool {
    Path::new(HOME)
        .canonicalize()
        .is_ok_and(|home| home == root)
}

/// The folder for what the runner keeps: progress, and copies of what `reset` replaced. Git does not see it.
pub(crate) fn kept(root: &Path) -> PathBuf {
    root.join(".progress")
}

/// `path` as the learner sees it: from the root of the course, so that a terminal makes it clickable.
pub(crate) fn shown<'a>(root: &Path, path: &'a Path) -> std::path::Display<'a> {
    path.strip_prefix(root).unwrap_or(path).display()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_shown_from_the_root_of_the_course() {
        let path = Path::new("/course/exercises/locks/src/counter.rs");
        assert_eq!(
            shown(Path::new("/course"), path).to_string(),
            "exercises/locks/src/counter.rs"
        );
    }

    #[test]
    fn the_course_that_this_binary_was_built_in_is_home() {
        let root = Path::new(HOME).canonicalize().unwrap();
        assert!(is_course(&root));
        assert!(is_home(&root));
        assert!(!is_home(Path::new("/")));
    }
}
