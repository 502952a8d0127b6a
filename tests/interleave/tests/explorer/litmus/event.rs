//! What a thread did, by its log.

use std::sync::atomic::Ordering::{self, AcqRel, Acquire, Release};

use super::machine::Logs;
use super::program::{Access, Threads};

/// An access or a fence. Writes are named by the value that they write, the initial one by 0.
#[derive(Clone, Copy, Default)]
pub(crate) struct Event {
    pub(crate) thread: usize,
    /// `None` for a fence.
    pub(crate) atomic: Option<usize>,
    pub(crate) read: Option<u32>,
    pub(crate) written: Option<u32>,
    pub(crate) acquires: bool,
    pub(crate) releases: bool,
}

/// The events of an outcome, thread by thread, each in program order.
pub(crate) fn events(threads: &Threads, outcome: &Logs) -> Vec<Event> {
    let mut all = vec![];
    for (thread, (accesses, log)) in threads.iter().zip(outcome).enumerate() {
        let mut log = log.iter().copied();
        all.extend(
            accesses
                .iter()
                .map(|access| event(thread, *access, &mut log)),
        );
    }
    all
}

fn event(thread: usize, access: Access, log: &mut impl Iterator<Item = u32>) -> Event {
    let (atomic, read, written, ordering) = match access {
        Access::Load(atomic, ordering) => (Some(atomic), log.next(), None, ordering),
        Access::Store(atomic, value, ordering) => (Some(atomic), None, Some(value), ordering),
        Access::Add(atomic, value, ordering) => {
            let read = log.next();
            (Some(atomic), read, read.map(|read| read + value), ordering)
        }
        Access::SetZero(atomic, value) => match log.next() {
            Some(0) => (Some(atomic), Some(0), Some(value), AcqRel),
            // a failed exchange is a relaxed load
            read => (Some(atomic), read, None, Ordering::Relaxed),
        },
        Access::Fence(ordering) => (None, None, None, ordering),
    };
    Event {
        thread,
        atomic,
        read,
        written,
        acquires: matches!(ordering, Acquire | AcqRel),
        releases: matches!(ordering, Release | AcqRel),
    }
}
