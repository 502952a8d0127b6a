//! Where to look: the learner's file, and the line that matters now.

use std::fs;

use crate::course::{Course, Exercise};
use crate::decide::Decision;
use crate::paths;
use crate::verdict::Verdict;

/// `exercises/locks/src/counter.rs:24`: the first TODO while there is one. Without one the file alone: the finding says
/// which lines matter.
pub(super) fn of(course: &Course, exercise: &Exercise, decision: &Decision) -> String {
    let file = exercise.file(course);
    let shown = paths::shown(&course.root, &file).to_string();
    if decision.verdict == Verdict::DoesNotCompile {
        return shown;
    }
    let line = fs::read_to_string(&file).ok().and_then(|text| todo(&text));
    line.map_or(shown.clone(), |line| format!("{shown}:{line}"))
}

fn todo(text: &str) -> Option<usize> {
    let at = text.lines().position(|line| line.contains("TODO"))?;
    Some(at + 1)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_first_todo_is_the_place() {
        assert_eq!(super::todo("//! a\nfn f() {\n    // TODO 1: x\n"), Some(3));
        assert_eq!(super::todo("fn f() {}\n"), None);
    }
}
