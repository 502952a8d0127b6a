//! A thread panics right after it was woken: it took the wake-up for a promise.

use crate::schedule::{Action, Schedule};

pub(super) fn find(s: &Schedule) -> Option<String> {
    let panic = s
        .steps
        .iter()
        .position(|step| matches!(step.action, Action::Panic(_)))?;
    let thread = s.steps[panic].thread;
    let wake = (0..panic)
        .rev()
        .find(|&i| s.steps[i].thread == thread && !s.steps[i].is_remark())?;
    let Action::Wake { condvar, .. } = s.steps[wake].action else {
        return None;
    };
    Some(format!(
        "woken too early: {} panicked{} right after {} had woken it{}; a wake-up does not promise that what it waited for is \
         there.",
        s.thread(thread),
        s.at(panic),
        s.object(condvar),
        s.at(wake),
    ))
}
