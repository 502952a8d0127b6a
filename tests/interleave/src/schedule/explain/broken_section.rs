//! Check, then act: a thread is preempted between two critical sections of one lock, and another thread runs its own.
//!
//! In a schedule with the fewest preemptions each of them is needed for the outcome, so what happens during one matters.

use crate::schedule::{Action, Schedule};

pub(super) fn find(s: &Schedule) -> Option<String> {
    (0..s.steps.len()).find_map(|i| s.steps[i].preempts.and_then(|victim| at(s, victim, i)))
}

/// `victim` is preempted by step `pause`. The preemption must cut right between the two sections: elsewhere it may be
/// there for another reason.
fn at(s: &Schedule, victim: usize, pause: usize) -> Option<String> {
    let own = |i: &usize| s.steps[*i].thread == victim && !s.steps[*i].is_remark();
    let last = (0..pause).rev().find(own)?;
    let back = (pause..s.steps.len()).find(own)?;
    let Action::Unlock { object } = s.steps[last].action else {
        return None;
    };
    let before = (0..last).rev().filter(own).find(|&i| locks(s, i, object))?;
    let between = (pause..back).find(|&i| locks(s, i, object))?;
    if !locks(s, back, object) {
        return None;
    }
    let (me, other) = (s.thread(victim), s.thread(s.steps[between].thread));
    Some(format!(
        "not one step: {me} locked {name}{} and once more{}, and in between {other} locked it{}: what {me} had seen the first \
         time need not hold any more.",
        s.at(before),
        s.at(back),
        s.at(between),
        name = s.object(object),
    ))
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
