//! What `grade` is asked to do, and whether that can be done at all: known before anything is built.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Context;

use super::journal::Before;
use super::shard::Shard;
use crate::course::{Course, Exercise};
use crate::exit::Misuse;

/// What is asked for.
#[derive(Debug)]
pub(crate) struct Order {
    /// The folder with the submissions.
    pub(crate) submissions: PathBuf,
    /// The folder for the reports.
    pub(crate) out: PathBuf,
    /// Only these; none means all.
    pub(crate) lessons: Vec<String>,
    /// Submissions at a time.
    pub(crate) jobs: Option<usize>,
    /// Go on with what is there.
    pub(crate) resume: bool,
    /// For each test.
    pub(crate) time: Duration,
    /// `points.toml`
    pub(crate) points: Option<PathBuf>,
    /// Only a part of the class.
    pub(crate) shard: Option<Shard>,
    /// Whether there must be one.
    pub(crate) sandbox: bool,
    /// A file for what it has cost.
    pub(crate) account: Option<PathBuf>,
}

impl Order {
    /// The exercises to grade, in the order of the course.
    ///
    /// # Errors
    /// The command line names a folder that is none, two folders of which one lies in the other, or a lesson that does
    /// not exist.
    pub(crate) fn check<'a>(&self, course: &'a Course) -> anyhow::Result<Vec<&'a Exercise>> {
        self.check_folders()?;
        self.check_lessons(course)?;
        let is_asked_for = |exercise: &&Exercise| {
            self.lessons.is_empty() || self.lessons.contains(&exercise.id.lesson)
        };
        Ok(course.exercises().filter(is_asked_for).collect())
    }

    /// A shard is run again by whoever runs it, after a node has died: it always goes on.
    pub(crate) fn before(&self) -> Before {
        if self.resume || self.shard.is_some() {
            Before::Resume
        } else {
            Before::Refuse
        }
    }

    fn check_folders(&self) -> anyhow::Result<()> {
        let (submissions, out) = (self.submissions.display(), self.out.display());
        if !self.submissions.is_dir() {
            return misuse(format!(
                "{submissions} is no folder\nname the folder that the submissions lie in"
            ));
        }
        let (there, to_be) = place(&self.out)?;
        if !there.is_dir() {
            return misuse(format!(
                "{} is no folder, so no report can be written into {out}\nname another folder with --out",
                there.display()
            ));
        }
        let (_, class) = place(&self.submissions)?;
        // Reports beside submissions would be taken for submissions, or these for reports.
        if to_be.starts_with(&class) || class.starts_with(&to_be) {
            return misuse(format!(
                "the submissions lie in {submissions} and the reports would lie in {out}: one of both is in the other\nname a folder beside the submissions with --out"
            ));
        }
        Ok(())
    }

    fn check_lessons(&self, course: &Course) -> anyhow::Result<()> {
        let Some(unknown) = self
            .lessons
            .iter()
            .find(|name| course.lesson(name).is_none())
        else {
            return Ok(());
        };
        let known: Vec<&str> = course.lessons.iter().map(|lesson| &*lesson.name).collect();
        misuse(format!(
            "no lesson is called `{unknown}`; there are {}",
            known.join(", ")
        ))
    }
}

fn misuse(why: String) -> anyhow::Result<()> {
    Err(Misuse(why).into())
}

/// How much of the path is there, and the whole of it, both without links.
fn place(path: &Path) -> anyhow::Result<(PathBuf, PathBuf)> {
    let failed = || format!("failed to look for {}", path.display());
    let path = std::path::absolute(path).with_context(failed)?;
    let found = path
        .ancestors()
        .find_map(|there| Some((there, there.canonicalize().ok()?)));
    let (there, real) = found.with_context(failed)?;
    let rest = path.strip_prefix(there).unwrap_or(Path::new(""));
    let whole = real.join(rest);
    Ok((real, whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_is_not_there_yet_lies_where_its_links_lead() {
        let folder = tempfile::tempdir().unwrap();
        let real = folder.path().canonicalize().unwrap();
        std::fs::create_dir(real.join("class")).unwrap();
        std::os::unix::fs::symlink(real.join("class"), real.join("link")).unwrap();
        let (there, to_be) = place(&real.join("link/a/b")).unwrap();
        assert_eq!((there, to_be), (real.join("class"), real.join("class/a/b")));
        assert_eq!(place(&real).unwrap(), (real.clone(), real));
    }
}
