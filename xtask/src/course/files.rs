//! Where the files of an exercise stand.

use std::path::{Path, PathBuf};

use super::{Course, Exercise};
use crate::build::stamp;

impl Exercise {
    /// What the learner edits.
    pub(crate) fn file(&self, course: &Course) -> PathBuf {
        self.lesson_dir(course).join("src").join(self.rs())
    }

    /// The reference solution.
    pub(crate) fn solution(&self, course: &Course) -> PathBuf {
        course
            .root
            .join("solutions")
            .join(&self.id.lesson)
            .join(self.rs())
    }

    /// Its tests.
    pub(crate) fn tests(&self, course: &Course) -> PathBuf {
        self.tests_dir(course).join(self.rs())
    }

    /// Its recorded snapshots (`lesson__counter__….snap`), sorted; none when it has none.
    pub(crate) fn snapshots(&self, course: &Course) -> Vec<PathBuf> {
        let prefix = format!("lesson__{}__", self.id.name);
        let Ok(entries) = self.tests_dir(course).join("snapshots").read_dir() else {
            return Vec::new();
        };
        let mut found: Vec<_> = entries
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| {
                let name = path
                    .file_name()
                    .unwrap_or_default()
                    .to_string_lossy()
                    .into_owned();
                name.starts_with(&prefix) && name.ends_with(".snap")
            })
            .collect();
        found.sort();
        found
    }

    /// Programs that are kept for it: `right`, `wrong` or `hostile`.
    pub(crate) fn submissions(&self, course: &Course, kind: &str) -> PathBuf {
        let mut path = course.root.join("tests/submissions");
        path.extend([kind, &self.id.lesson, &self.id.name]);
        path
    }

    /// `exercises/locks`
    pub(crate) fn lesson_dir(&self, course: &Course) -> PathBuf {
        course.root.join("exercises").join(&self.id.lesson)
    }

    /// `exercises/locks/tests/lesson`
    pub(crate) fn tests_dir(&self, course: &Course) -> PathBuf {
        self.lesson_dir(course).join("tests/lesson")
    }

    /// `exercises/locks/tests/programs`: what its tests start as processes of their own.
    pub(crate) fn programs_dir(&self, course: &Course) -> PathBuf {
        self.lesson_dir(course).join("tests/programs")
    }

    /// The program that runs its code, where its tests need one.
    pub(crate) fn program(&self, course: &Course) -> PathBuf {
        self.programs_dir(course).join(self.rs())
    }

    /// What its tests are built from: its own tests and the program that runs its code, and what all exercises of the
    /// lesson share. Sorted.
    pub(crate) fn test_sources(&self, course: &Course) -> Vec<PathBuf> {
        let siblings = course
            .lesson(&self.id.lesson)
            .map_or(&[][..], |lesson| &lesson.exercises);
        let is_of_another = |name: &str| {
            name != self.id.name && siblings.iter().any(|sibling| sibling.id.name == name)
        };
        let mut found = Vec::new();
        for folder in [self.tests_dir(course), self.programs_dir(course)] {
            stamp::visit(&folder, &mut |path, _| {
                let below = path.strip_prefix(&folder).unwrap_or(path);
                let first = Path::new(below.iter().next().unwrap_or_default());
                let name = first.file_stem().unwrap_or_default().to_string_lossy();
                if name != "snapshots" && !is_of_another(&name) {
                    found.push(path.to_path_buf());
                }
            });
        }
        found
    }

    fn rs(&self) -> String {
        format!("{}.rs", self.id.name)
    }
}
