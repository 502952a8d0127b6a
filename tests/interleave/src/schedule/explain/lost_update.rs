//! Lost update: two threads read the same value of one atomic before either wrote.

use crate::schedule::{Action, Schedule};

pub(super) fn find(schedule: &Schedule) -> Option<String> {
    (0..schedule.steps.len()).find_map(|late| at(schedule, late))
}

/// `late` overwrites what another thread wrote after both had read the same value.
fn at(s: &Schedule, late: usize) -> Option<String> {
    let object = written(s, late)?;
    let mine = last_read(s, late, object)?;
    let theirs = (mine + 1..late)
        .find(|&i| s.steps[i].thread != s.steps[late].thread && written(s, i) == Some(object))?;
    let read = last_read(s, theirs, object)?;
    let (value, same) = (value(s, mine)?, value(s, read)?);
    // Read from before their write on both sides, so neither saw the other's.
    if value != same || (read..theirs).any(|i| written(s, i) == Some(object)) {
        return None;
    }
    let (me, other) = (
        s.thread(s.steps[late].thread),
        s.thread(s.steps[theirs].thread),
    );
    let (first, second) = if mine < read {
        (&me, &other)
    } else {
        (&other, &me)
    };
    Some(format!(
        "lost update: {first} and {second} both read {value} from {}, then both wrote: what {me} wrote{} replaced what \
         {other} had written{}.",
        s.object(object),
        s.at(late),
        s.at(theirs),
    ))
}

fn written(s: &Schedule, step: usize) -> Option<usize> {
    match s.steps[step].action {
        Action::Write { object, .. } => Some(object),
        _ => None,
    }
}

fn value(s: &Schedule, step: usize) -> Option<&String> {
    match &s.steps[step].action {
        Action::Read { value, .. } => value.as_ref(),
        _ => None,
    }
}

/// The read of the same object by the same thread since its own last write.
fn last_read(s: &Schedule, before: usize, object: usize) -> Option<usize> {
    let thread = s.steps[before].thread;
    let mine = |&i: &usize| s.steps[i].thread == thread;
    let about = |i: &usize| s.steps[*i].action.objects().contains(&object);
    let last = (0..before).rev().filter(mine).find(about)?;
    matches!(s.steps[last].action, Action::Read { .. }).then_some(last)
}
