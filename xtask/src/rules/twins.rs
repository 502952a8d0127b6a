//! What a lesson is about can be run in Python.

use super::{Broken, Rule, files, read};
use crate::course::{Course, Lesson};

pub(super) const RULE: Rule = Rule {
    name: "every lesson has programs in Python, and its README leads to each",
    check,
};

fn check(course: &Course) -> Vec<Broken> {
    course
        .begun()
        .flat_map(|lesson| of_lesson(course, lesson))
        .collect()
}

fn of_lesson(course: &Course, lesson: &Lesson) -> Vec<Broken> {
    let folder = lesson.dir.join("python");
    let twins = files(&folder, ".py");
    if twins.is_empty() {
        let what = "there is none; write the lesson's main ideas in Python, one a file";
        return vec![Broken::at(course, &folder, what)];
    }
    let text = read(&lesson.dir.join("README.md"));
    let is_unknown = |name: &String| !text.contains(&format!("(python/{name})"));
    twins
        .iter()
        .filter_map(|file| Some(file.file_name()?.to_string_lossy().into_owned()))
        .filter(is_unknown)
        .map(|name| {
            let what = format!("link python/{name} in the table, or remove it");
            Broken::at(course, &lesson.dir.join("README.md"), what)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{README, course, holds_unless};

    #[test]
    fn a_lesson_without_python_is_told() {
        let (folder, course) = course(&[]);
        std::fs::remove_dir_all(folder.path().join("exercises/locks/python")).unwrap();
        let broken = (super::RULE.check)(&course);
        assert_eq!(broken.len(), 1);
        assert_eq!(broken[0].path, "exercises/locks/python");
    }

    #[test]
    fn a_program_that_the_readme_does_not_lead_to_is_told() {
        let without = README.replace("(python/counter.py)", "");
        holds_unless(
            super::RULE,
            &[("exercises/locks/README.md", &without)],
            "link python/counter.py",
        );
    }
}
