//! A receiver waits for a channel to close while the last sender lives in its own thread, or in nobody's.

use crate::schedule::{Schedule, Waits};

pub(super) fn find(s: &Schedule) -> Option<String> {
    let [only] = &s.end[..] else { return None };
    let Some(Waits::Item { object, senders }) = only.waits else {
        return None;
    };
    if senders == 0 {
        return None;
    }
    let alive = if senders == 1 {
        "a sender of it is".to_owned()
    } else {
        format!("{senders} senders of it are")
    };
    Some(format!(
        "{} never closes: all other threads have ended, yet {alive} still alive, kept by {}'s own code.",
        s.object(object),
        s.thread(only.thread),
    ))
}
