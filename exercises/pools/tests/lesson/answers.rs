//! What `process_pool` gives back, beside what was asked for.

use harness::prelude::*;

/// What stands at its ends belongs to the answer.
pub(crate) fn plate(job: &str) -> String {
    format!("  a plate of {job} ")
}

/// The answers of workers that are well.
pub(crate) fn plates(jobs: &[String]) -> Vec<Option<String>> {
    jobs.iter().map(|job| Some(plate(job))).collect()
}

/// The answers are those that were asked for, each as often. In which order they come, and which jobs are left behind, is
/// left to chance.
pub(crate) fn compare(what: &str, found: &[Option<String>], asked: &[Option<String>]) {
    if let Some(strange) = without(found, asked).into_iter().flatten().next() {
        fail(Finding::new(
            Verdict::WrongResult,
            format!("{what}: yours has the answer {strange:?}, which is wrong or there too often"),
        ));
    }
    expect!(
        without(asked, found).is_empty(),
        WrongResult,
        "{what}: some jobs have no answer in yours"
    );
    how_many(what, found, asked);
}

fn how_many(what: &str, found: &[Option<String>], asked: &[Option<String>]) {
    expect!(
        found.len() == asked.len(),
        WrongResult,
        "{what}: there are {} jobs, and yours has {} answers",
        asked.len(),
        found.len()
    );
}

/// What is in the one and not in the other, in the order of the letters.
fn without(these: &[Option<String>], others: &[Option<String>]) -> Vec<Option<String>> {
    let mut others = others.to_vec();
    let is_alone = |this: &&Option<String>| match others.iter().position(|other| other == *this) {
        Some(at) => {
            others.swap_remove(at);
            false
        }
        None => true,
    };
    let mut alone: Vec<_> = these.iter().filter(is_alone).cloned().collect();
    alone.sort();
    alone
}
