//! Every file says what it is for.

use super::{Broken, Rule, files_below, read};
use crate::course::Course;

pub(super) const RULE: Rule = Rule {
    name: "every module begins with a //! line",
    check,
};

fn check(course: &Course) -> Vec<Broken> {
    let files = files_below(course, &["exercises", "solutions", "tests", "xtask"], ".rs");
    let silent = files.iter().filter(|file| {
        let text = read(file);
        // A file that others `include!` cannot have inner documentation; it says so in its first line.
        let included = text.starts_with("// Included by ");
        !included
            && !text
                .lines()
                .any(|line| line.trim_start().starts_with("//!"))
    });
    silent
        .map(|file| {
            Broken::at(
                course,
                file,
                "begin it with a `//!` line that says what it is for",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::holds_unless;

    #[test]
    fn a_silent_module_is_told() {
        holds_unless(
            super::RULE,
            &[("solutions/locks/counter.rs", "pub fn count() {}")],
            "//!",
        );
    }
}
