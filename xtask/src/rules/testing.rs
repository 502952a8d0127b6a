//! A course on disk for the tests of rules: one exercise that keeps every rule, and what a test changes in it.

use std::fs;

use tempfile::TempDir;

use super::{Broken, Rule};
use crate::course::Course;

const LESSON: &str = r#"
title = "Locks"
order = 1
promise = "Share one thing."

[[exercise]]
name = "counter"
minutes = 10
difficulty = 1
idea = "Three steps become one."
claims = ["value"]
hints = ["Who comes between?", "`std::sync::Mutex`", "Lock, add, let go."]

[exercise.start]
race = 1
"#;

pub(super) const README: &str = "\
| Python | Rust |
| --- | --- |
| `n += 1` ([runs](python/counter.py)) | `*n += 1` |

```text
+--+
```

| [counter](src/counter.rs) | one step | 10 |
";

const LIB: &str =
    "//! Lesson.\n#[cfg_attr(feature = \"solution\", path = \"x\")]\npub mod counter;\n";

const TESTS: &str = "//! Tests.\n#[test]\n#[claim(value)]\nfn it_counts() {}\n";

/// The course with these files in the place of, or beside, its own.
pub(super) fn course(changes: &[(&str, &str)]) -> (TempDir, Course) {
    let folder = tempfile::tempdir().unwrap();
    let mut files = vec![
        ("exercises/locks/lesson.toml", LESSON),
        ("exercises/locks/README.md", README),
        ("exercises/locks/python/counter.py", "print(4)"),
        ("exercises/locks/src/lib.rs", LIB),
        (
            "exercises/locks/src/counter.rs",
            "//! Counter.\n// TODO 1: count.\n",
        ),
        (
            "exercises/locks/tests/lesson/main.rs",
            "//! Tests.\nmod counter;\n",
        ),
        ("exercises/locks/tests/lesson/counter.rs", TESTS),
        ("solutions/locks/counter.rs", "//! Counter.\n"),
    ];
    let right: Vec<_> = ["a", "b", "c"]
        .map(|name| format!("tests/submissions/right/locks/counter/{name}.rs"))
        .into();
    let wrong: Vec<_> = ["a", "b", "c", "d"]
        .map(|name| format!("tests/submissions/wrong/locks/counter/{name}.rs"))
        .into();
    files.extend(
        right
            .iter()
            .map(|path| (path.as_str(), "//! Another way.\n")),
    );
    files.extend(
        wrong
            .iter()
            .map(|path| (path.as_str(), "//! verdict: race\n")),
    );
    for (path, text) in files.iter().chain(changes) {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let course = Course::load(folder.path()).unwrap();
    (folder, course)
}

/// What the rule says of the course with these changes.
pub(super) fn broken(rule: Rule, changes: &[(&str, &str)]) -> Vec<Broken> {
    let (_folder, course) = course(changes);
    (rule.check)(&course)
}

/// The rule holds of the course as it is, and with the changes is broken in one place, said in these words.
pub(super) fn holds_unless(rule: Rule, changes: &[(&str, &str)], words: &str) {
    assert_eq!(broken(rule, &[]), []);
    let broken = broken(rule, changes);
    assert_eq!(broken.len(), 1, "{broken:?}");
    assert!(broken[0].what.contains(words), "{broken:?}");
}

/// `lesson.toml` with one text in the place of another.
pub(super) fn lesson(old: &str, new: &str) -> String {
    assert!(LESSON.contains(old), "{old}");
    LESSON.replace(old, new)
}
