//! Circular wait: each thread of a ring waits for the next one, which holds the lock that it needs or is to be joined.

use crate::schedule::{End, Schedule, Waits};

pub(super) fn find(s: &Schedule) -> Option<String> {
    s.end.iter().find_map(|start| ring(s, start.thread))
}

/// Follows who waits for whom until the start is reached again.
fn ring(s: &Schedule, start: usize) -> Option<String> {
    let mut ring = vec![start];
    loop {
        let next = waits_for(end(s, *ring.last()?)?)?;
        if next == start {
            break;
        }
        if ring.contains(&next) {
            return None;
        }
        ring.push(next);
    }
    if let [alone] = ring[..] {
        return itself(s, end(s, alone)?);
    }
    let waits = |(i, &t): (usize, &usize)| {
        let verb = if i == 0 { " waits" } else { "" };
        format!(
            "{}{verb} for {}",
            s.thread(t),
            s.thread(ring[(i + 1) % ring.len()])
        )
    };
    let links: Vec<String> = ring.iter().enumerate().map(waits).collect();
    Some(format!("circular wait: {}.", links.join(", ")))
}

/// A ring of one.
fn itself(s: &Schedule, end: &End) -> Option<String> {
    let me = s.thread(end.thread);
    Some(match end.waits.as_ref()? {
        Waits::Lock { object, .. } => {
            format!(
                "{me} waits for itself: it holds {0} and locks {0} once more.",
                s.object(*object)
            )
        }
        _ => format!("{me} waits for itself."),
    })
}

fn end(s: &Schedule, thread: usize) -> Option<&End> {
    s.end.iter().find(|e| e.thread == thread)
}

fn waits_for(end: &End) -> Option<usize> {
    match end.waits.as_ref()? {
        Waits::Lock { owners, .. } if owners.contains(&end.thread) => Some(end.thread),
        Waits::Lock { owners, .. } => owners.first().copied(),
        Waits::Initialisation { owner, .. } => *owner,
        Waits::Thread { thread } => Some(*thread),
        _ => None,
    }
}
