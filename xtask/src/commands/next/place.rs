//! Where to look: the learner's file, and the line that matters now.

use std::fs;

use crate::course::{Course, Exercise};
use crate::decide::Decision;
use crate::paths;
use crate::verdict::Verdict;

/// `exercises/locks/src/counter.rs:24`: the first line that the decision names, else the first TODO, else the file, which is
/// all that a solved exercise needs.
pub(super) fn of(course: &Course, exercise: &Exercise, decision: &Decision) -> String {
    let file = exercise.file(course);
    let name = format!("{}.rs", exercise.id.name);
    let shown = paths::shown(&course.root, &file).to_string();
    if decision.verdict == Verdict::Solved {
        return shown;
    }
    let found = decision.findings.first().and_then(|finding| {
        let texts = [finding.place.as_ref(), Some(&finding.message)];
        let mut texts = texts.into_iter().flatten();
        texts.find_map(|text| named(text, &name))
    });
    let todo = || {
        let text = fs::read_to_string(&file).ok()?;
        todo(&text).map(|line| line.to_string())
    };
    match found.or_else(todo) {
        Some(line) => format!("{shown}:{line}"),
        None => shown,
    }
}

/// The line, and the column when there is one, after the first `counter.rs:` in the text.
fn named(text: &str, file: &str) -> Option<String> {
    let at = text.match_indices(file).find_map(|(at, _)| {
        let before = &text[..at];
        // The tests of an exercise stand in a file of the same name.
        let is_whole = !before.ends_with(|c: char| c.is_alphanumeric() || c == '_')
            && !before.ends_with("tests/lesson/");
        let rest = text[at + file.len()..].strip_prefix(':')?;
        (is_whole && rest.starts_with(|c: char| c.is_ascii_digit())).then_some(rest)
    })?;
    let end = at.find(|c: char| !c.is_ascii_digit() && c != ':');
    Some(
        at[..end.unwrap_or(at.len())]
            .trim_end_matches(':')
            .to_owned(),
    )
}

fn todo(text: &str) -> Option<usize> {
    let at = text.lines().position(|line| line.contains("TODO"))?;
    Some(at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_todo_is_the_place() {
        assert_eq!(todo("//! a\nfn f() {\n    // TODO 1: x\n"), Some(3));
        assert_eq!(todo("fn f() {}\n"), None);
    }

    #[test]
    fn the_place_is_what_a_message_names_in_the_learners_own_file() {
        let named = |text| named(text, "counter.rs");
        let message = "exercises/locks/src/counter.rs:12:33: error: x";
        assert_eq!(named(message).as_deref(), Some("12:33"));
        let others = "encounter.rs:3, exercises/locks/tests/lesson/counter.rs:7, counter.rs:9: x";
        assert_eq!(named(others).as_deref(), Some("9"));
        assert_eq!(named("counter.rs is missing"), None);
    }
}
