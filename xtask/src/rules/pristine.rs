//! `reset` hands out what is in the tree.

use super::{Broken, Rule, read};
use crate::course::Course;
use crate::pristine::{FILE, Pristine};

pub(super) const RULE: Rule = Rule {
    name: "xtask/pristine.json holds the starters and tests as they are",
    check,
};

fn check(course: &Course) -> Vec<Broken> {
    let path = course.root.join(FILE);
    let packed = Pristine::of_tree(course).and_then(|tree| Ok(tree.to_json()?));
    match packed {
        Err(error) => vec![Broken::at(course, &path, format!("{error:#}"))],
        Ok(packed) if packed != read(&path) => {
            vec![Broken::at(course, &path, "run `cargo xtask pack`")]
        }
        Ok(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{broken, course};
    use super::{FILE, Pristine, RULE};

    #[test]
    fn a_file_that_was_changed_since_it_was_packed_is_told() {
        let (_folder, packed) = course(&[]);
        let packed = Pristine::of_tree(&packed).unwrap().to_json().unwrap();
        assert_eq!(broken(RULE, &[(FILE, &packed)]), []);
        let changed = broken(
            RULE,
            &[
                (FILE, &packed),
                ("exercises/locks/src/counter.rs", "// TODO: changed"),
            ],
        );
        assert_eq!(changed[0].what, "run `cargo xtask pack`");
    }
}
