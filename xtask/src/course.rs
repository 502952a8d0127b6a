//! The course as it lies on disk: lessons, exercises, and where each of their files stands.

mod files;
mod manifest;

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use anyhow::{Context, bail};

use crate::verdict::Claim;

/// All lessons, in the order of the learner's path.
#[derive(Debug, Clone)]
pub(crate) struct Course {
    /// The folder of the workspace.
    pub(crate) root: PathBuf,
    /// By their `order`.
    pub(crate) lessons: Vec<Lesson>,
}

/// A package of exercises.
#[derive(Debug, Clone)]
pub(crate) struct Lesson {
    /// Name of the package and of its folders: `locks`.
    pub(crate) name: String,
    /// For people.
    pub(crate) title: String,
    /// What one can do after it, in one sentence.
    pub(crate) promise: String,
    /// Place among the lessons.
    pub(crate) order: u32,
    /// `exercises/locks`, absolute.
    pub(crate) dir: PathBuf,
    /// In the order of the learner's path.
    pub(crate) exercises: Vec<Exercise>,
}

/// `locks/counter`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Id {
    /// `locks`
    pub(crate) lesson: String,
    /// `counter`
    pub(crate) name: String,
}

/// One file that the learner edits, and what belongs to it.
#[derive(Debug, Clone)]
pub(crate) struct Exercise {
    /// `locks/counter`
    pub(crate) id: Id,
    /// How long it takes about.
    pub(crate) minutes: u32,
    /// From 1 to 3.
    pub(crate) difficulty: u8,
    /// What it was about, in a paragraph that is shown after solving.
    pub(crate) idea: String,
    /// Which claims its tests make.
    pub(crate) claims: Vec<Claim>,
    /// A question, the API's name, an outline without code.
    pub(crate) hints: [String; 3],
    /// Which hint (1 to 3) comes first, by the finding's test (without the exercise's name) or by its verdict.
    pub(crate) start: BTreeMap<String, usize>,
}

impl Course {
    /// Reads every `exercises/*/lesson.toml` below the workspace's folder.
    ///
    /// # Errors
    /// When a file cannot be read or does not have the shape of a lesson.
    pub(crate) fn load(root: &Path) -> anyhow::Result<Self> {
        let folder = root.join("exercises");
        let entries = folder
            .read_dir()
            .with_context(|| format!("failed to read the folder {}", folder.display()))?;
        let mut lessons = Vec::new();
        for entry in entries {
            let dir = entry?.path();
            if dir.join("lesson.toml").is_file() {
                lessons.push(manifest::read(dir)?);
            }
        }
        lessons.sort_by(|a, b| (a.order, &a.name).cmp(&(b.order, &b.name)));
        Ok(Self {
            root: root.to_path_buf(),
            lessons,
        })
    }

    /// All exercises, in the order of the learner's path.
    pub(crate) fn exercises(&self) -> impl Iterator<Item = &Exercise> {
        self.lessons.iter().flat_map(|lesson| &lesson.exercises)
    }

    /// The lessons that have an exercise already.
    pub(crate) fn begun(&self) -> impl Iterator<Item = &Lesson> {
        self.lessons
            .iter()
            .filter(|lesson| !lesson.exercises.is_empty())
    }

    /// The lesson of that name.
    pub(crate) fn lesson(&self, name: &str) -> Option<&Lesson> {
        self.lessons.iter().find(|lesson| lesson.name == name)
    }
}

impl Id {
    /// Where its program stands in a workspace: `exercises/locks/src/counter.rs`.
    pub(crate) fn path(&self) -> String {
        format!("exercises/{}/src/{}.rs", self.lesson, self.name)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}/{}", self.lesson, self.name))
    }
}

impl FromStr for Id {
    type Err = anyhow::Error;

    fn from_str(text: &str) -> anyhow::Result<Self> {
        match text.split_once('/') {
            Some((lesson, name))
                if !lesson.is_empty() && !name.is_empty() && !name.contains('/') =>
            {
                Ok(Self {
                    lesson: lesson.to_owned(),
                    name: name.to_owned(),
                })
            }
            _ => bail!("`{text}` is not the id of an exercise; ids are written as LESSON/EXERCISE"),
        }
    }
}
