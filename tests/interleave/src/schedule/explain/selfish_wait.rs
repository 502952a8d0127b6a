//! A thread waits for the others while it holds a lock that one of them needs.

use crate::schedule::{End, Schedule, Waits};

pub(super) fn find(s: &Schedule) -> Option<String> {
    s.end.iter().filter(|e| waits_for_others(e)).find_map(|end| {
        let held = |object: usize| end.holds.iter().any(|h| h.object == object);
        let (blocked, object) = s.end.iter().find_map(|other| match other.waits {
            Some(Waits::Lock { object, .. }) if held(object) => Some((other.thread, object)),
            _ => None,
        })?;
        let at = end.place.as_ref().map_or(String::new(), |p| format!(" ({})", p.short()));
        Some(format!(
            "{me} waits{at} while it holds {lock}, and {other} needs {lock} before it can do anything for {me}.",
            me = s.thread(end.thread),
            lock = s.object(object),
            other = s.thread(blocked),
        ))
    })
}

fn waits_for_others(end: &End) -> bool {
    use Waits::*;
    matches!(
        end.waits,
        Some(Notification { .. } | Item { .. } | Room { .. } | Barrier { .. } | Unpark)
    )
}
