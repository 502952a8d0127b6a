//! What a submission holds for one exercise, before any compiler sees it.

use hmac_sha256::Hash;

use super::intake::Taken;
use crate::course::{Exercise, Id};
use crate::pristine::Pristine;
use crate::refuse::{self, Refusal};
use crate::run::key::hex;

/// What was handed in for one exercise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Paper {
    /// Nothing, or the starter as it was handed out.
    Starter(Option<String>),
    /// It was not taken: why.
    Rejected(String),
    /// It reaches for what exercises may not have: what, and the hash of the file.
    Refused(String, String),
    /// A program.
    Program(Program),
}

/// A program that is to be decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Program {
    /// All of it.
    pub(crate) text: String,
    /// Its SHA-256, in hex.
    pub(crate) sha256: String,
}

impl Paper {
    /// Looks at what intake has taken for this exercise. `is_known`: whether a program of that exercise and that hash was
    /// looked at before, and may be decided.
    pub(crate) fn of(
        exercise: &Exercise,
        taken: &Taken,
        pristine: &Pristine,
        is_known: &dyn Fn(&Id, &str) -> bool,
    ) -> Self {
        if let Some(why) = taken.rejected.get(&exercise.id) {
            return Self::Rejected(why.clone());
        }
        let Some(text) = taken.files.get(&exercise.id) else {
            return Self::Starter(None);
        };
        let sha256 = hex(&Hash::hash(text.as_bytes()));
        if pristine
            .starter(&exercise.id)
            .is_some_and(|starter| is_same(starter, text))
        {
            return Self::Starter(Some(sha256));
        }
        let why = match is_known(&exercise.id, &sha256) {
            true => None,
            false => refused(text),
        };
        match why {
            Some(why) => Self::Refused(format!("{}{why}", exercise.id.path()), sha256),
            None => Self::Program(Program {
                text: text.clone(),
                sha256,
            }),
        }
    }

    /// The hash of the file, where there is one.
    pub(crate) fn sha256(&self) -> Option<&str> {
        match self {
            Self::Starter(hash) => hash.as_deref(),
            Self::Rejected(_) => None,
            Self::Refused(_, hash) => Some(hash),
            Self::Program(program) => Some(&program.sha256),
        }
    }
}

/// Editors and version control change the ends of lines.
fn is_same(starter: &str, text: &str) -> bool {
    starter.trim_end().lines().eq(text.trim_end().lines())
}

/// Why no compiler must see it; begins with the place in the file.
fn refused(text: &str) -> Option<String> {
    refuse::find(text).map(|found| {
        let Refusal {
            line,
            what,
            instead,
        } = found;
        format!(":{line}: {what} is not for exercises; {instead}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_starter_with_other_ends_of_lines_is_still_the_starter() {
        assert!(is_same("fn a() {}\nfn b() {}\n", "fn a() {}\r\nfn b() {}"));
        assert!(!is_same("fn a() {}\n", "fn a() { }\n"));
    }

    #[test]
    fn brackets_without_end_are_refused_before_anybody_goes_down_into_them() {
        let deep = format!(
            "const A: u8 = {}1{};",
            "(".repeat(100_000),
            ")".repeat(100_000)
        );
        assert!(refused(&deep).unwrap().contains("more than 128 deep"));
        assert_eq!(refused("fn f() -> u8 { (((1))) }"), None);
    }
}
