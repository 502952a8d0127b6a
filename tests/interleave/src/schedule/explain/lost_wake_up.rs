//! Lost wake-up: a notification while nobody waited, and a wait afterwards that none came for.

use crate::schedule::{Action, Schedule, Waits};

pub(super) fn find(s: &Schedule) -> Option<String> {
    s.end.iter().find_map(|end| match end.waits {
        Some(Waits::Notification { condvar }) => at(s, end.thread, condvar),
        _ => None,
    })
}

fn at(s: &Schedule, waiter: usize, cv: usize) -> Option<String> {
    let waits = |a: &Action| matches!(a, Action::Wait { condvar, .. } if *condvar == cv);
    let notifies = |a: &Action| matches!(a, Action::Notify { condvar, .. } if *condvar == cv);
    let wait = s
        .steps
        .iter()
        .rposition(|step| step.thread == waiter && waits(&step.action))?;
    let lost = s.steps[..wait].iter().rposition(|step| {
        step.thread != waiter && matches!(&step.action, Action::Notify { condvar, woken, .. } if *condvar == cv && woken.is_empty())
    })?;
    if s.steps[wait..].iter().any(|step| notifies(&step.action)) {
        return None;
    }
    let waiter = s.thread(waiter);
    Some(format!(
        "lost wake-up: {} notified {name}{} before {waiter} waited{}, so nobody was woken; no other notification came.",
        s.thread(s.steps[lost].thread),
        s.at(lost),
        s.at(wait),
        name = s.object(cv),
    ))
}
