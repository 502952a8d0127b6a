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
        let texts = [Some(&finding.message), finding.schedule.as_ref()];
        texts
            .into_iter()
            .flatten()
            .find_map(|text| named(text, &name))
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
        let is_whole = !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
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
    fn the_place_is_what_a_message_or_a_schedule_names() {
        let named = |text| named(text, "counter.rs");
        let message = "exercises/locks/src/counter.rs:12:33: error: x";
        assert_eq!(named(message).as_deref(), Some("12:33"));
        let schedule = "spawn | encounter.rs:3 | counter.rs:9   scope.spawn(|| {";
        assert_eq!(named(schedule).as_deref(), Some("9"));
        assert_eq!(named("counter.rs is missing"), None);
    }
}
