//! The memory model of C++20 and Rust, without `SeqCst`, as axioms about one outcome: Batty, Owens, Sarkar, Sewell,
//! Weber, *Mathematizing C++ concurrency* (POPL 2011), with the release sequences of C++20.
//!
//! An outcome is allowed if each atomic has a modification order, a total order of its writes, such that
//! - every update directly follows the write that it has read (an update is indivisible),
//! - whatever happens before something else is not later in the modification order (coherence),
//! - the final value is the last one.

use super::event::{Event, events};
use super::machine::Logs;
use super::program::Threads;

type Order = Vec<u32>;

/// How an outcome can have come about.
pub(crate) struct Explanation {
    events: Vec<Event>,
    /// Every possible modification order of each atomic.
    orders: [Vec<Order>; 2],
}

impl Explanation {
    pub(crate) fn of(threads: &Threads, outcome: &Logs) -> Self {
        let events = events(threads, outcome);
        let before = happens_before(&events);
        let finals = &outcome[threads.len()];
        let orders = [0, 1].map(|atomic| {
            let own = |event: &&Event| event.atomic == Some(atomic);
            let writes = events
                .iter()
                .filter(own)
                .filter_map(|event| event.written)
                .collect();
            let mut all = permutations(vec![0], writes);
            let last = finals[atomic];
            all.retain(|order| {
                order.last() == Some(&last) && is_coherent(order, atomic, &events, &before)
            });
            all
        });
        Self { events, orders }
    }

    /// Whether the model allows the outcome.
    pub(crate) fn is_allowed(&self) -> bool {
        self.orders.iter().all(|orders| !orders.is_empty())
    }

    /// Whether, moreover, the threads can have run in turns such that writes came in modification order and no read
    /// before the write that it has read. The model does not ask for that; the explorer cannot do otherwise.
    pub(crate) fn is_an_execution(&self) -> bool {
        let [first, second] = &self.orders;
        first
            .iter()
            .any(|left| second.iter().any(|right| runs(&self.events, [left, right])))
    }
}

/// Program order and synchronises-with, and what follows from them: `before[a][b]`.
fn happens_before(events: &[Event]) -> Vec<Vec<bool>> {
    let mut before = vec![vec![false; events.len()]; events.len()];
    for (place, event) in events.iter().enumerate() {
        for later in place + 1..events.len() {
            before[place][later] = event.thread == events[later].thread;
        }
    }
    for reader in 0..events.len() {
        for source in sources(events, reader) {
            for target in targets(events, reader) {
                before[source][target] = true;
            }
        }
    }
    for middle in 0..events.len() {
        for first in 0..events.len() {
            for last in 0..events.len() {
                before[first][last] |= before[first][middle] && before[middle][last];
            }
        }
    }
    before
}

/// What a reader synchronises with if it acquires: for each head of a release sequence that it reads from, the head if
/// it releases, and the releasing fences before it.
fn sources(events: &[Event], reader: usize) -> Vec<usize> {
    let mut found = vec![];
    let mut read = (events[reader].atomic, events[reader].read);
    // from the write that was read back through the updates before it
    while let Some(head) = events
        .iter()
        .position(|event| (event.atomic, event.written) == read && read.1.is_some())
    {
        let fences = (0..head).filter(|fence| is_fence(events, *fence, head));
        found.extend(fences.chain([head]).filter(|place| events[*place].releases));
        read = (events[head].atomic, events[head].read);
    }
    found
}

/// What acquires by this read: itself, and the acquiring fences after it.
fn targets(events: &[Event], reader: usize) -> impl Iterator<Item = usize> {
    let fences = (reader + 1..events.len()).filter(move |fence| is_fence(events, *fence, reader));
    fences
        .chain([reader])
        .filter(|place| events[*place].acquires)
}

fn is_fence(events: &[Event], fence: usize, of: usize) -> bool {
    events[fence].atomic.is_none() && events[fence].thread == events[of].thread
}

fn permutations(order: Order, left: Order) -> Vec<Order> {
    if left.is_empty() {
        return vec![order];
    }
    let next = |place: usize| {
        let (mut order, mut left) = (order.clone(), left.clone());
        order.push(left.remove(place));
        permutations(order, left)
    };
    (0..left.len()).flat_map(next).collect()
}

fn is_coherent(order: &Order, atomic: usize, events: &[Event], before: &[Vec<bool>]) -> bool {
    let place = |value: u32| order.iter().position(|write| *write == value);
    let own: Vec<usize> = (0..events.len())
        .filter(|event| events[*event].atomic == Some(atomic))
        .collect();
    let indivisible = own.iter().all(
        |event| match (events[*event].read, events[*event].written) {
            (Some(read), Some(written)) => {
                place(read).is_some_and(|read| place(written) == Some(read + 1))
            }
            (Some(read), None) => place(read).is_some(),
            _ => true,
        },
    );
    let forward = |first: &Event, last: &Event| {
        let newest = place(first.written.or(first.read).unwrap_or(0));
        match last.read {
            Some(read) => newest <= place(read),
            None => newest < place(last.written.unwrap_or(0)),
        }
    };
    let pairs = || {
        own.iter()
            .flat_map(|first| own.iter().map(move |last| (*first, *last)))
    };
    indivisible
        && pairs()
            .all(|(first, last)| !before[first][last] || forward(&events[first], &events[last]))
}

/// Lets every thread go as far as it can: to go on never hinders another, so the first try decides.
fn runs(events: &[Event], orders: [&Order; 2]) -> bool {
    let mut written = [1, 1];
    let mut done = vec![false; events.len()];
    let ready = |event: &Event, written: &[usize; 2]| {
        let Some(atomic) = event.atomic else {
            return true;
        };
        let (past, next) = orders[atomic].split_at(written[atomic]);
        event.read.is_none_or(|value| past.contains(&value))
            && event
                .written
                .is_none_or(|value| next.first() == Some(&value))
    };
    loop {
        let is_next = |place: &usize| {
            !done[*place]
                && (0..*place)
                    .all(|earlier| done[earlier] || events[earlier].thread != events[*place].thread)
        };
        let Some(place) = (0..events.len())
            .filter(is_next)
            .find(|place| ready(&events[*place], &written))
        else {
            return done.iter().all(|done| *done);
        };
        done[place] = true;
        if let (Some(atomic), Some(_)) = (events[place].atomic, events[place].written) {
            written[atomic] += 1;
        }
    }
}
