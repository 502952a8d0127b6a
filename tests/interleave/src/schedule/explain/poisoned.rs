//! A poisoned lock: a panic that only follows from an earlier one of another thread.

use crate::schedule::{Action, Schedule};

pub(super) fn find(s: &Schedule) -> Option<String> {
    let message = s
        .outcome
        .strip_prefix("panic: ")
        .filter(|m| m.contains("PoisonError"))?;
    let second = s
        .steps
        .iter()
        .position(|step| step.action == Action::Panic(message.to_owned()))?;
    let first = s.steps[..second]
        .iter()
        .position(|step| matches!(step.action, Action::Panic(_)))?;
    let (one, other) = (s.steps[first].thread, s.steps[second].thread);
    (one != other).then(|| {
        format!(
            "poisoned: {} panicked first{} and left its lock poisoned; only that made {} panic{}.",
            s.thread(one),
            s.at(first),
            s.thread(other),
            s.at(second),
        )
    })
}
