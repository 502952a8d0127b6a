//! The six kinds of claims, and the frame that every lesson test runs in.

use crate::{Finding, Verdict, finding::Failure, lifeline, panics, record, secret, stuck};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

/// What a test claims about a program, from the weakest kind to the strongest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// Results compared as values of std types; the inputs are drawn at run time.
    Value,
    /// A report or an output compared with a snapshot.
    Snapshot,
    /// True of every interleaving of the model.
    EveryInterleaving,
    /// N tasks must be inside at the same moment, or never more than N.
    Together,
    /// No thread, process or resource remains.
    NothingLeft,
    /// Counted operations: allocations, clones, messages. Never seconds.
    Cost,
}

impl Claim {
    const ALL: [(Claim, &str); 6] = [
        (Claim::Value, "value"),
        (Claim::Snapshot, "snapshot"),
        (Claim::EveryInterleaving, "every_interleaving"),
        (Claim::Together, "together"),
        (Claim::NothingLeft, "nothing_left"),
        (Claim::Cost, "cost"),
    ];

    /// The claim of that name, as written in `#[claim(name)]`.
    pub fn named(name: &str) -> Option<Claim> {
        Self::ALL.iter().find(|c| c.1 == name).map(|c| c.0)
    }
}

/// Runs a lesson test's body and records its start and its end. The attribute `#[claim(…)]` calls it.
///
/// # Panics
///
/// When the body fails, so that libtest sees the failure too; and when no claim is called `claim`.
pub fn run_claim(claim: &'static str, path: &'static str, body: impl FnOnce()) {
    frame(claim, path, Box::new(body));
}

/// Of one type only, so that no test is compiled with a frame of its own.
fn frame(claim: &'static str, path: &'static str, body: Box<dyn FnOnce() + '_>) {
    assert!(
        Claim::named(claim).is_some(),
        "#[claim({claim})] on {path}: the claims are value, snapshot, every_interleaving, together, nothing_left, cost"
    );
    let test = without_crate(path);
    secret::receive(test);
    lifeline::hold();
    panics::remember();
    panics::begin();
    stuck::running(test, claim);
    record::start(test, claim);
    match catch_unwind(AssertUnwindSafe(body)) {
        Ok(()) => record::end(test, claim, &Finding::new(Verdict::Solved, "")),
        Err(payload) => {
            let finding = match payload.downcast_ref::<Failure>() {
                Some(Failure(finding)) => finding.clone(),
                None => panics::finding_of(&*payload),
            };
            let finding = match panics::todo_of(test.split("::").next().unwrap_or(test)) {
                Some(todo) => Finding::new(Verdict::NotStarted, todo),
                None => finding,
            };
            record::end(test, claim, &finding);
            if payload.is::<Failure>() {
                eprintln!("{finding}");
            }
            resume_unwind(payload);
        }
    }
}

/// `lesson::counter::name` is `counter::name` to everybody outside the test binary.
fn without_crate(path: &str) -> &str {
    path.split_once("::").map_or(path, |(_, rest)| rest)
}
