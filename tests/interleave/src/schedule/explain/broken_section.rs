//! Check, then act: a thread is preempted between two critical sections of one lock, and another thread runs its own.
//!
//! In a schedule with the fewest preemptions each of them is needed for the outcome, so what happens during one matters.

use crate::schedule::{Action, Schedule};

pub(super) fn find(s: &Schedule) -> Option<String> {
    (0..s.steps.len()).find_map(|i| s.steps[i].preempts.and_then(|victim| at(s, victim, i)))
}

fn at(s: &Schedule, victim: usize, pause: usize) -> Option<String> {
    let back = (pause..s.steps.len()).find(|&i| s.steps[i].thread == victim)?;
    (0..s.objects.len()).find_map(|object| {
        let before = (0..pause).rev().find(|&i| s.steps[i].thread == victim && locks(s, i, object))?;
        let held = (before..pause).all(|i| !unlocks(s, i, victim, object));
        let after = (back..s.steps.len()).find(|&i| s.steps[i].thread == victim && locks(s, i, object))?;
        let between = (pause..back).find(|&i| s.steps[i].thread != victim && locks(s, i, object))?;
        if held {
            return None;
        }
        let (me, other) = (s.thread(victim), s.thread(s.steps[between].thread));
        Some(format!(
            "not one step: {me} locked {name}{} and once more{}, and in between {other} locked it{}: what {me} had seen \
             the first time need not hold any more.",
            s.at(before),
            s.at(after),
            s.at(between),
            name = s.object(object),
        ))
    })
}

fn locks(s: &Schedule, step: usize, lock: usize) -> bool {
    match s.steps[step].action {
        Action::Lock { object, .. }
        | Action::TryLock {
            object, got: true, ..
        } => object == lock,
        _ => false,
    }
}

fn unlocks(s: &Schedule, step: usize, thread: usize, lock: usize) -> bool {
    s.steps[step].thread == thread && s.steps[step].action == Action::Unlock { object: lock }
}
