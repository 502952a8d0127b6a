//! Stand-in.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::record::{Ignored, Student};
use crate::course::{Course, Id};

#[derive(Debug, Clone)]
pub(crate) struct Submission {
    pub(crate) id: String,
    pub(crate) path: PathBuf,
}

#[derive(Debug)]
pub(crate) struct Class {
    pub(crate) submissions: Vec<Submission>,
    pub(crate) ignored: Vec<Ignored>,
}

#[derive(Debug, Default)]
pub(crate) struct Taken {
    pub(crate) student: Option<Student>,
    pub(crate) submitted: Option<Timestamp>,
    pub(crate) files: BTreeMap<Id, String>,
    pub(crate) rejected: BTreeMap<Id, String>,
    pub(crate) ignored: Vec<Ignored>,
}

pub(crate) fn find(folder: &Path) -> anyhow::Result<Class> {
    let mut submissions: Vec<Submission> = std::fs::read_dir(folder)?
        .flatten()
        .map(|entry| Submission {
            id: entry.file_name().to_string_lossy().into_owned(),
            path: entry.path(),
        })
        .collect();
    submissions.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(Class {
        submissions,
        ignored: Vec::new(),
    })
}

impl Submission {
    pub(crate) fn take(&self, course: &Course) -> anyhow::Result<Taken> {
        let mut taken = Taken::default();
        for exercise in course.exercises() {
            let id = &exercise.id;
            let file = self
                .path
                .join(format!("exercises/{}/src/{}.rs", id.lesson, id.name));
            if let Ok(text) = std::fs::read_to_string(file) {
                taken.files.insert(id.clone(), text);
            }
        }
        Ok(taken)
    }
}
