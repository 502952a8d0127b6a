//! Random litmus programs: the explorer against the axioms of the memory model, and against loom.
//!
//! - What interleavings alone can do, the explorer finds.
//! - What the explorer finds, the axioms allow.
//! - What the axioms allow, the explorer finds, except where a write comes earlier in the modification order than in the
//!   execution, or is read before it is executed: those outcomes it leaves out by design.
//! - What loom finds, the explorer finds too, with the same exception and one more: loom tears an update from the write
//!   that it has read, which the axioms forbid.
//!
//! loom's set is not an upper bound: it misses outcomes that mere interleavings reach, and a few that are weak.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use interleave::{Outcome, outcomes};

use super::axioms::Explanation;
use super::candidates::candidates;
use super::machine::{Explored, Logs, Loom, run};
use super::program::{Threads, random, strengthened};
use crate::dice::Dice;

/// Programs that are compared.
const PROGRAMS: usize = 200;
/// Of programs with more thinkable outcomes than this, not all are tried.
const MOST_CANDIDATES: usize = 3_000;

fn explored(threads: &Threads) -> BTreeSet<Logs> {
    let found = outcomes(|| run::<Explored>(threads));
    assert!(found.is_exhaustive(), "{threads:?}");
    let value = |outcome: &Outcome<Logs>| match outcome {
        Outcome::Value(logs) => logs.clone(),
        other => panic!("{other:?} in {threads:?}"),
    };
    found.iter().map(|(outcome, _)| value(outcome)).collect()
}

fn loomed(threads: &Threads) -> BTreeSet<Logs> {
    let found = Arc::new(Mutex::new(BTreeSet::new()));
    let (sink, threads) = (Arc::clone(&found), threads.clone());
    loom::model(move || {
        let logs = run::<Loom>(&threads);
        sink.lock().unwrap().insert(logs);
    });
    std::mem::take(&mut *found.lock().unwrap())
}

#[track_caller]
fn assert_none<'a>(what: &str, threads: &Threads, unexpected: impl Iterator<Item = &'a Logs>) {
    let unexpected: Vec<_> = unexpected.collect();
    assert!(
        unexpected.is_empty(),
        "{what}: {unexpected:?}\nof {threads:?}"
    );
}

fn compare(threads: &Threads) {
    let (ours, theirs) = (explored(threads), loomed(threads));
    let interleaved = explored(&strengthened(threads));
    let explain = |logs: &Logs| Explanation::of(threads, logs);
    assert_none(
        "an interleaving is missing",
        threads,
        interleaved.difference(&ours),
    );
    let forbidden = ours.iter().filter(|logs| !explain(logs).is_allowed());
    assert_none("forbidden by the axioms", threads, forbidden);
    // too many combinations: loom is then the only one to say what might be missing
    let thinkable = candidates(threads, MOST_CANDIDATES).unwrap_or_default();
    let missing = thinkable
        .iter()
        .filter(|logs| explain(logs).is_an_execution() && !ours.contains(*logs));
    assert_none("allowed, and not found", threads, missing);
    let missing = theirs
        .difference(&ours)
        .filter(|logs| explain(logs).is_an_execution());
    assert_none("allowed, and found by loom alone", threads, missing);
}

#[test]
fn outcomes_of_random_programs_are_those_of_the_model() {
    let mut dice = Dice::new(0x9876_5432_1fed);
    (0..PROGRAMS).for_each(|_| compare(&random(&mut dice)));
}
