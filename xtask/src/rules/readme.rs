//! The lesson's text leads to every exercise.

use super::{Broken, Rule, read};
use crate::course::Course;

pub(super) const RULE: Rule = Rule {
    name: "every lesson's README names each of its exercises",
    check,
};

fn check(course: &Course) -> Vec<Broken> {
    let mut broken = Vec::new();
    for lesson in &course.lessons {
        let path = lesson.dir.join("README.md");
        let text = read(&path);
        let missing: Vec<_> = lesson
            .exercises
            .iter()
            .map(|exercise| exercise.id.name.as_str())
            .filter(|name| !text.contains(name))
            .collect();
        if !path.is_file() {
            broken.push(Broken::at(course, &path, "it is missing; write the lesson"));
        } else if !missing.is_empty() {
            broken.push(Broken::at(
                course,
                &path,
                format!("name {} in the table of exercises", missing.join(", ")),
            ));
        }
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::super::testing::holds_unless;

    #[test]
    fn an_exercise_that_the_readme_forgets_is_told() {
        holds_unless(
            super::RULE,
            &[("exercises/locks/README.md", "# Locks")],
            "name counter",
        );
    }
}
