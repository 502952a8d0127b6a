//! A file fits on a few screens.

use super::{Broken, Rule, files_below, read};
use crate::course::Course;

pub(super) const RULE: Rule = Rule {
    name: "no file has more than 400 lines",
    check,
};

const MOST: usize = 400;

fn check(course: &Course) -> Vec<Broken> {
    let mut broken = Vec::new();
    for file in files_below(course, &["exercises", "solutions", "tests", "xtask"], ".rs") {
        let lines = read(&file).lines().count();
        if lines > MOST {
            broken.push(Broken::at(
                course,
                &file,
                format!("it has {lines} lines; split it by idea"),
            ));
        }
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::super::testing::holds_unless;

    #[test]
    fn a_long_file_is_told() {
        holds_unless(
            super::RULE,
            &[("solutions/locks/counter.rs", &"//!\n".repeat(401))],
            "401 lines",
        );
    }
}
