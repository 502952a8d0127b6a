//! A class that is drawn by a seed: for every exercise each student hands in one of the programs of its pool.

use std::fs;
use std::path::Path;

use anyhow::Context;
use fastrand::Rng;

use super::broken;
use super::pool::Pool;
use crate::course::Id;
use crate::verdict::Verdict;

/// Of 100 files. The rest is broken: a right one without one of its tokens.
const RIGHT: u32 = 45;
const WRONG: u32 = 25;
const STARTERS: u32 = 25;

/// What a student hands in.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Submission {
    /// The name of its folder.
    pub(super) id: String,
    /// For every exercise, in the order of the course.
    pub(super) files: Vec<File>,
}

/// A program for one exercise.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct File {
    pub(super) exercise: Id,
    pub(super) kind: Kind,
    pub(super) text: String,
    /// What must come of it.
    pub(super) verdict: Verdict,
}

/// Where a program comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Solutions, and what else solves the exercise.
    Right,
    /// What learners get wrong.
    Wrong,
    /// Unchanged.
    Starter,
    /// A right one that does not compile any more.
    Broken,
}

/// So many students. The first of a large class hand in what those of a small one do.
///
/// `unlike`: a line of its own in each file that is no starter. What is drawn is the same.
pub(super) fn class(pools: &[Pool], students: u32, seed: u64, unlike: bool) -> Vec<Submission> {
    let mut rng = Rng::with_seed(seed);
    let submission = |number: u32| {
        let id = format!("student-{number:05}");
        let mut files: Vec<File> = pools.iter().map(|pool| draw(pool, &mut rng)).collect();
        if unlike {
            let own = files.iter_mut().filter(|file| file.kind != Kind::Starter);
            own.for_each(|file| file.text = signed(&file.text, &id));
        }
        Submission { id, files }
    };
    (1..=students).map(submission).collect()
}

/// One student with all solutions.
pub(super) fn solved(pools: &[Pool]) -> Submission {
    let file = |pool: &Pool| File {
        exercise: pool.id.clone(),
        kind: Kind::Right,
        text: pool.solution.clone(),
        verdict: Verdict::Solved,
    };
    Submission {
        id: "solved".to_owned(),
        files: pools.iter().map(file).collect(),
    }
}

fn draw(pool: &Pool, rng: &mut Rng) -> File {
    let drawn = rng.u32(..100);
    let right = rng.choice(&pool.right).unwrap_or(&pool.solution).clone();
    let (kind, text, verdict) = if drawn < RIGHT {
        (Kind::Right, right, Verdict::Solved)
    } else if drawn < RIGHT + WRONG {
        match rng.choice(&pool.wrong) {
            Some((text, verdict)) => (Kind::Wrong, text.clone(), *verdict),
            None => (Kind::Right, right, Verdict::Solved),
        }
    } else if drawn < RIGHT + WRONG + STARTERS {
        (Kind::Starter, pool.starter.clone(), Verdict::NotStarted)
    } else {
        match broken::without_a_token(&right, rng) {
            Some(text) => (Kind::Broken, text, Verdict::DoesNotCompile),
            None => (Kind::Right, right, Verdict::Solved),
        }
    };
    File {
        exercise: pool.id.clone(),
        kind,
        text,
        verdict,
    }
}

/// With the student's name in a comment behind the head.
fn signed(text: &str, student: &str) -> String {
    let head: usize = text
        .split_inclusive('\n')
        .take_while(|line| line.starts_with("//!"))
        .map(str::len)
        .sum();
    let (head, rest) = text.split_at(head);
    format!("{head}// {student}\n{rest}")
}

impl Submission {
    /// Writes it as a student has it who hands in the folder `exercises`.
    ///
    /// # Errors
    /// A file cannot be written.
    pub(super) fn write(&self, root: &Path) -> anyhow::Result<()> {
        for file in &self.files {
            let path = root.join(file.exercise.path());
            let folder = path.parent().unwrap_or(root);
            fs::create_dir_all(folder)
                .and_then(|()| fs::write(&path, &file.text))
                .with_context(|| format!("failed to write {}", path.display()))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn pools() -> Vec<Pool> {
        let pool = |number: usize| Pool {
            id: format!("locks/exercise_{number}").parse().unwrap(),
            starter: "//! Title.\n\nfn f() { todo!() }\n".to_owned(),
            solution: "//! Title.\n\nfn f() { g(); h() }\n".to_owned(),
            right: vec![
                "//! Title.\n\nfn f() { g(); h() }\n".to_owned(),
                "fn f() { h(); g() }\n".to_owned(),
            ],
            wrong: vec![
                ("//! verdict: race\nfn f() {}\n".to_owned(), Verdict::Race),
                ("//! verdict: leak\nfn f() {}\n".to_owned(), Verdict::Leak),
            ],
        };
        (0..50).map(pool).collect()
    }

    fn files(class: &[Submission]) -> impl Iterator<Item = &File> {
        class.iter().flat_map(|submission| &submission.files)
    }

    #[test]
    fn the_same_seed_gives_the_same_class_and_another_one_another() {
        let drawn = |seed| class(&pools(), 5, seed, false);
        assert_eq!(drawn(1), drawn(1));
        assert_ne!(drawn(1), drawn(2));
    }

    #[test]
    fn a_large_class_begins_with_the_small_one() {
        let (small, large) = (class(&pools(), 3, 1, false), class(&pools(), 9, 1, false));
        assert_eq!(small, large[..3]);
    }

    #[test]
    fn files_are_mixed_as_it_is_said() {
        let class = class(&pools(), 200, 1, false);
        for (kind, percent) in [
            (Kind::Right, 45),
            (Kind::Wrong, 25),
            (Kind::Starter, 25),
            (Kind::Broken, 5),
        ] {
            let of_kind = files(&class).filter(|file| file.kind == kind).count();
            assert!(of_kind.abs_diff(percent * 100) < 100, "{kind:?}: {of_kind}");
        }
    }

    #[test]
    fn every_file_is_expected_to_get_what_its_kind_gets() {
        let class = class(&pools(), 20, 1, true);
        for file in files(&class) {
            let says = |verdict: &str| file.text.starts_with(&format!("//! verdict: {verdict}\n"));
            let is_so = match file.kind {
                Kind::Right => file.verdict == Verdict::Solved && file.text.contains("h()"),
                Kind::Wrong => says(file.verdict.name()),
                Kind::Starter => file.verdict == Verdict::NotStarted,
                Kind::Broken => file.verdict == Verdict::DoesNotCompile,
            };
            assert!(is_so, "{file:?}");
        }
    }

    #[test]
    fn no_two_are_alike_where_that_is_asked_for_and_starters_stay_starters() {
        let class = class(&pools()[..1], 300, 1, true);
        let own: Vec<&str> = files(&class)
            .filter(|file| file.kind != Kind::Starter)
            .map(|file| &*file.text)
            .collect();
        let different: BTreeSet<&str> = own.iter().copied().collect();
        assert_eq!(different.len(), own.len());
        let mut starters = files(&class).filter(|file| file.kind == Kind::Starter);
        assert!(starters.all(|file| file.text == pools()[0].starter));
    }

    #[test]
    fn unlike_files_are_those_that_are_alike_and_a_line() {
        let (alike, unlike) = (class(&pools(), 5, 1, false), class(&pools(), 5, 1, true));
        for (alike, unlike) in files(&alike).zip(files(&unlike)) {
            let lines = unlike.text.lines().filter(|line| !line.starts_with("// "));
            assert!(lines.eq(alike.text.lines()), "{unlike:?}");
        }
    }

    #[test]
    fn an_exercise_without_wrong_programs_gets_right_ones() {
        let mut pools = pools();
        pools.iter_mut().for_each(|pool| pool.wrong.clear());
        let class = class(&pools, 20, 1, false);
        assert!(files(&class).all(|file| file.kind != Kind::Wrong));
    }
}
