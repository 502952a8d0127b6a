//! The litmus tests that every text on memory models has, with the outcomes that the C++ and Rust model allows.
//!
//! Two limits of the explorer show here: it produces no load buffering, and the modification order of an atomic is the
//! order of execution. Both leave out outcomes that hardware rarely or never shows; neither adds a false one.

use std::sync::Arc;
use std::sync::atomic::Ordering::{self, AcqRel, Acquire, Relaxed, Release, SeqCst};

use interleave::outcomes;
use interleave_std::sync::atomic::{AtomicU32, fence};
use interleave_std::thread;

type Pair = (AtomicU32, AtomicU32);

fn pair() -> Arc<Pair> {
    Arc::new((AtomicU32::new(0), AtomicU32::new(0)))
}

/// Runs two threads on a pair of zeros; the outcome is what both return.
fn two<A: Send + 'static, B: Send + 'static>(
    first: fn(&Pair) -> A,
    second: fn(&Pair) -> B,
) -> (A, B) {
    let shared = pair();
    let theirs = Arc::clone(&shared);
    let handle = thread::spawn(move || first(&theirs));
    let result = second(&shared);
    (handle.join().unwrap(), result)
}

/// What the reader of a published value sees: `None` where the flag is not up yet.
fn message(store: Ordering, load: Ordering) -> Option<u32> {
    let shared = pair();
    let theirs = Arc::clone(&shared);
    let writer = thread::spawn(move || {
        theirs.0.store(42, Relaxed);
        theirs.1.store(1, store);
    });
    let seen = (shared.1.load(load) == 1).then(|| shared.0.load(Relaxed));
    writer.join().unwrap();
    seen
}

#[test]
fn a_message_released_and_acquired_arrives_whole() {
    assert_eq!(
        outcomes(|| message(Release, Acquire)).set(),
        "{None, Some(42)}"
    );
    assert_eq!(
        outcomes(|| message(SeqCst, SeqCst)).set(),
        "{None, Some(42)}"
    );
}

#[test]
fn a_relaxed_publish_is_caught() {
    let torn = "{None, Some(0), Some(42)}";
    assert_eq!(outcomes(|| message(Relaxed, Relaxed)).set(), torn);
    assert_eq!(outcomes(|| message(Relaxed, Acquire)).set(), torn);
    assert_eq!(outcomes(|| message(Release, Relaxed)).set(), torn);
}

#[test]
fn fences_order_relaxed_messages() {
    let found = outcomes(|| {
        let shared = pair();
        let theirs = Arc::clone(&shared);
        thread::spawn(move || {
            theirs.0.store(42, Relaxed);
            fence(Release);
            theirs.1.store(1, Relaxed);
        });
        (shared.1.load(Relaxed) == 1).then(|| {
            fence(Acquire);
            shared.0.load(Relaxed)
        })
    });
    assert_eq!(found.set(), "{None, Some(42)}");
}

#[test]
fn a_release_sequence_goes_on_through_an_update_of_another_thread() {
    let found = outcomes(|| {
        let shared = pair();
        let (writer, adder) = (Arc::clone(&shared), Arc::clone(&shared));
        thread::spawn(move || {
            writer.0.store(42, Relaxed);
            writer.1.store(1, Release);
        });
        thread::spawn(move || adder.1.fetch_add(1, Relaxed));
        (shared.1.load(Acquire) == 2).then(|| shared.0.load(Relaxed))
    });
    assert_eq!(found.set(), "{None, Some(42)}");
}

#[test]
fn stores_stay_in_their_buffers_unless_sequentially_consistent() {
    let buffered = |store, load, between: fn()| {
        outcomes(move || {
            let shared = pair();
            let theirs = Arc::clone(&shared);
            let handle = thread::spawn(move || {
                theirs.0.store(1, store);
                between();
                theirs.1.load(load)
            });
            shared.1.store(1, store);
            between();
            let seen = shared.0.load(load);
            (handle.join().unwrap(), seen)
        })
        .set()
    };
    assert_eq!(
        buffered(Relaxed, Relaxed, || ()),
        "{(0, 0), (0, 1), (1, 0), (1, 1)}"
    );
    assert_eq!(
        buffered(Release, Acquire, || ()),
        "{(0, 0), (0, 1), (1, 0), (1, 1)}"
    );
    assert_eq!(buffered(SeqCst, SeqCst, || ()), "{(0, 1), (1, 0), (1, 1)}");
    assert_eq!(
        buffered(Relaxed, Relaxed, || fence(SeqCst)),
        "{(0, 1), (1, 0), (1, 1)}"
    );
    assert_eq!(
        buffered(Relaxed, Relaxed, || fence(AcqRel)),
        "{(0, 0), (0, 1), (1, 0), (1, 1)}"
    );
}

#[test]
fn two_reads_of_one_atomic_never_go_back() {
    let found = outcomes(|| {
        let write = |shared: &Pair| {
            shared.0.store(1, Relaxed);
            shared.0.store(2, Relaxed);
        };
        two(write, |shared| {
            (shared.0.load(Relaxed), shared.0.load(Relaxed))
        })
        .1
    });
    assert_eq!(
        found.set(),
        "{(0, 0), (0, 1), (0, 2), (1, 1), (1, 2), (2, 2)}"
    );
}

/// The model allows `(1, 1)`, out of thin air almost; the explorer lets a load read only what has been stored.
#[test]
fn load_buffering_is_not_produced() {
    let found = outcomes(|| {
        let first = |shared: &Pair| {
            let seen = shared.0.load(Relaxed);
            shared.1.store(1, Relaxed);
            seen
        };
        let second = |shared: &Pair| {
            let seen = shared.1.load(Relaxed);
            shared.0.store(1, Relaxed);
            seen
        };
        two(first, second)
    });
    assert_eq!(found.set(), "{(0, 0), (0, 1), (1, 0)}");
}

/// The model allows `(1, 1)` at the end, where both stores of 1 come last in the modification orders; the explorer's
/// modification order is the order of execution.
#[test]
fn crossed_writes_end_in_the_order_of_execution() {
    let found = outcomes(|| {
        let shared = pair();
        let theirs = Arc::clone(&shared);
        let handle = thread::spawn(move || {
            theirs.0.store(1, Relaxed);
            theirs.1.store(2, Relaxed);
        });
        shared.1.store(1, Relaxed);
        shared.0.store(2, Relaxed);
        handle.join().unwrap();
        (shared.0.load(Relaxed), shared.1.load(Relaxed))
    });
    assert_eq!(found.set(), "{(1, 2), (2, 1), (2, 2)}");
}

/// Two writers, two readers who look in opposite orders: do they agree on which write came first?
fn independent_reads(store: Ordering, load: Ordering) -> String {
    let found = outcomes(|| {
        let shared = pair();
        let [a, b, c, d] = std::array::from_fn(|_| Arc::clone(&shared));
        thread::spawn(move || a.0.store(1, store));
        thread::spawn(move || b.1.store(1, store));
        let left = thread::spawn(move || (c.0.load(load), c.1.load(load)));
        let right = thread::spawn(move || (d.1.load(load), d.0.load(load)));
        (left.join().unwrap(), right.join().unwrap())
    });
    assert!(found.is_exhaustive());
    found.set()
}

#[test]
fn independent_readers_may_disagree_unless_sequentially_consistent() {
    let disagreement = "((1, 0), (1, 0))";
    assert!(independent_reads(Release, Acquire).contains(disagreement));
    assert!(!independent_reads(SeqCst, SeqCst).contains(disagreement));
}
