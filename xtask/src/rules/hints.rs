//! Hints lead step by step, and do not give the program away.

use super::{Broken, Rule};
use crate::course::{Course, Exercise};

pub(super) const RULE: Rule = Rule {
    name: "every exercise has three hints: a question, a name, an outline without code",
    check,
};

fn check(course: &Course) -> Vec<Broken> {
    let mut broken = Vec::new();
    for exercise in course.exercises() {
        let path = exercise.lesson_dir(course).join("lesson.toml");
        broken.extend(of_exercise(exercise).map(|what| Broken::at(course, &path, what)));
    }
    broken
}

fn of_exercise(exercise: &Exercise) -> Option<String> {
    let [question, name, outline] = &exercise.hints;
    let id = &exercise.id.name;
    if !question.ends_with('?') {
        return Some(format!(
            "hint 1 of `{id}` is a question; end it with a question mark"
        ));
    }
    if !name.contains('`') {
        return Some(format!(
            "hint 2 of `{id}` names the API; put its name between backticks"
        ));
    }
    if outline.is_empty() || outline.contains("```") || outline.contains(";\n") {
        return Some(format!(
            "hint 3 of `{id}` is an outline in words, without code"
        ));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::testing::{holds_unless, lesson};

    #[test]
    fn each_hint_has_its_form() {
        let path = "exercises/locks/lesson.toml";
        holds_unless(
            super::RULE,
            &[(path, &lesson("between?", "between."))],
            "hint 1",
        );
        holds_unless(
            super::RULE,
            &[(path, &lesson("`std::sync::Mutex`", "a mutex"))],
            "hint 2",
        );
        holds_unless(
            super::RULE,
            &[(path, &lesson("Lock, add, let go.", "```\\nlock();\\n```"))],
            "hint 3",
        );
    }
}
