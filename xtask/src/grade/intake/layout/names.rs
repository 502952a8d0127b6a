//! A file's name against the names of exercises.

use crate::course::Id;

/// What stands before `.rs`, in one spelling.
pub(super) struct Stem {
    /// As it is.
    exact: String,
    /// Without what browsers (`counter (1).rs`) and Canvas (`counter-1.rs`) add to a second file of that name.
    bare: String,
}

impl Stem {
    /// None where the file is no Rust.
    pub(super) fn of(file: &str) -> Option<Self> {
        let stem = spelled(file).strip_suffix(".rs")?.to_owned();
        Some(Self {
            bare: spelled(without_copy(&stem)),
            exact: stem,
        })
    }

    /// `counter`, `locks-counter`, `locks_counter`.
    pub(super) fn is_exactly(&self, id: &Id) -> bool {
        is(&self.exact, id)
    }

    /// The same, or a later copy of it.
    pub(super) fn may_be(&self, id: &Id) -> bool {
        is(&self.exact, id) || is(&self.bare, id)
    }
}

/// Whether these are one name.
pub(super) fn alike(a: &str, b: &str) -> bool {
    is_spelled(a.trim(), b.trim())
}

/// `locks_counter` or `counter`; the stem is spelled already. Asked for each file of a class and each name of the course,
/// of which nearly all have another length.
fn is(stem: &str, id: &Id) -> bool {
    let (lesson, name) = (&*id.lesson, &*id.name);
    if stem.len() == name.len() {
        return is_spelled(stem, name);
    }
    stem.len() == lesson.len() + 1 + name.len()
        && stem
            .split_at_checked(lesson.len())
            .is_some_and(|(before, behind)| {
                is_spelled(before, lesson)
                    && behind
                        .strip_prefix('_')
                        .is_some_and(|it| is_spelled(it, name))
            })
}

/// Whether both are one spelling.
fn is_spelled(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.chars().map(letter).eq(b.chars().map(letter))
}

fn spelled(name: &str) -> String {
    name.trim().chars().map(letter).collect()
}

/// A letter in the one spelling: as many bytes, and what is no ASCII stays.
fn letter(letter: char) -> char {
    match letter {
        '-' | ' ' => '_',
        other => other.to_ascii_lowercase(),
    }
}

/// The stem is spelled already: `counter_(1)`, `counter_1`.
fn without_copy(stem: &str) -> &str {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    match stem.rsplit_once('_') {
        Some((bare, last)) => {
            let inner = last.strip_prefix('(').and_then(|l| l.strip_suffix(')'));
            if is_number(inner.unwrap_or(last)) {
                bare
            } else {
                stem
            }
        }
        None => stem,
    }
}
