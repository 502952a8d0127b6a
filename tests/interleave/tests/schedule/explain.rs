//! A diagnosis is given where the facts leave no doubt, and only there.

use interleave::schedule::explain::diagnose;
use interleave::schedule::{Action, Place, Schedule, Waits, WakeUp};

use crate::build::{Build, lock, place, read, schedule, write};

/// Two threads, one object of this kind.
fn story(kind: &'static str, name: &str, outcome: &str) -> Schedule {
    let mut s = schedule(&["", "ann", "bob"], outcome);
    s.shared(kind, name, Place::default());
    s
}

/// The line that a step stands on.
fn on(line: u32) -> Place {
    place("shop.rs", line, "")
}

fn said(s: &Schedule) -> String {
    diagnose(s).join("\n")
}

#[test]
fn two_writes_after_the_same_read_are_a_lost_update() {
    let mut s = story("AtomicU64", "count", "1");
    s.step(1, read(0, 0), &on(4));
    s.preempting(2, read(0, 0), &on(4));
    s.step(2, write(0, 0, 1), &on(5));
    s.step(1, write(0, 1, 1), &on(5));
    assert_eq!(
        said(&s),
        "lost update: ann and bob both read 0 from count, then both wrote: what ann wrote (shop.rs:5) replaced what bob \
         had written (shop.rs:5)."
    );
}

#[test]
fn writes_one_after_the_other_are_no_lost_update() {
    let mut s = story("AtomicU64", "count", "2");
    for (thread, seen) in [(1, 0), (2, 1)] {
        s.step(thread, read(0, seen), &on(4));
        s.step(thread, write(0, seen, seen + 1), &on(5));
    }
    assert_eq!(said(&s), "");
}

#[test]
fn a_write_without_a_read_loses_no_update() {
    let mut s = story("AtomicU64", "flag", "1");
    s.step(1, write(0, 0, 1), &on(4));
    s.step(2, write(0, 1, 1), &on(4));
    assert_eq!(said(&s), "");
}

#[test]
fn an_old_value_is_told_from_a_lost_update() {
    let mut s = story("AtomicU64", "data", "0");
    s.step(1, write(0, 0, 42), &on(4));
    let stale = Action::Read {
        object: 0,
        value: Some("0".into()),
        newest: Some("42".into()),
        ordering: "Relaxed",
    };
    s.step(2, stale, &on(9));
    assert_eq!(
        said(&s),
        "old value: bob read 0 from data (shop.rs:9) although 42 had been written: nothing between the two threads made that \
         write visible to it."
    );
}

#[test]
fn a_section_broken_in_two_lets_another_thread_in_between() {
    let mut s = story("Mutex", "tickets", "-1");
    let unlock = Action::Unlock { object: 0 };
    s.step(1, lock(0), &on(4));
    s.step(1, unlock.clone(), &on(4));
    s.preempting(2, lock(0), &on(4));
    s.step(2, unlock.clone(), &on(4));
    s.step(1, lock(0), &on(5));
    s.step(1, unlock, &on(5));
    assert_eq!(
        said(&s),
        "not one step: ann locked tickets (shop.rs:4) and once more (shop.rs:5), and in between bob locked it (shop.rs:4): \
         what ann had seen the first time need not hold any more."
    );
}

#[test]
fn a_ring_of_threads_is_named() {
    let mut s = story("Mutex", "left", "deadlock");
    let right = s.shared("Mutex", "right", Place::default());
    s.stuck(
        1,
        &[(0, &on(4))],
        Waits::Lock {
            object: right,
            owners: vec![2],
        },
        &on(5),
    );
    s.stuck(
        2,
        &[(right, &on(8))],
        Waits::Lock {
            object: 0,
            owners: vec![1],
        },
        &on(9),
    );
    assert_eq!(said(&s), "circular wait: ann waits for bob, bob for ann.");
}

#[test]
fn a_join_inside_a_lock_is_a_ring_too() {
    let mut s = story("Mutex", "log", "deadlock");
    s.stuck(0, &[(0, &on(4))], Waits::Thread { thread: 1 }, &on(5));
    s.stuck(
        1,
        &[],
        Waits::Lock {
            object: 0,
            owners: vec![0],
        },
        &on(9),
    );
    assert_eq!(said(&s), "circular wait: main waits for ann, ann for main.");
}

#[test]
fn a_mutex_locked_twice_by_one_thread_is_a_ring_of_one() {
    let mut s = story("Mutex", "log", "deadlock");
    s.stuck(
        1,
        &[(0, &on(4))],
        Waits::Lock {
            object: 0,
            owners: vec![1],
        },
        &on(5),
    );
    assert_eq!(
        said(&s),
        "ann waits for itself: it holds log and locks log once more."
    );
}

#[test]
fn a_notification_before_the_wait_is_lost() {
    let mut s = story("Condvar", "ready", "deadlock");
    let mutex = s.shared("Mutex", "queue", Place::default());
    s.step(
        2,
        Action::Notify {
            condvar: 0,
            all: false,
            woken: vec![],
        },
        &on(9),
    );
    s.step(1, Action::Wait { condvar: 0, mutex }, &on(4));
    s.stuck(1, &[], Waits::Notification { condvar: 0 }, &on(4));
    assert_eq!(
        said(&s),
        "lost wake-up: bob notified ready (shop.rs:9) before ann waited (shop.rs:4), so nobody was woken; no other \
         notification came."
    );
}

#[test]
fn a_notification_that_another_thread_got_is_not_called_lost() {
    let mut s = story("Condvar", "ready", "deadlock");
    let mutex = s.shared("Mutex", "queue", Place::default());
    s.step(1, Action::Wait { condvar: 0, mutex }, &on(4));
    s.step(
        2,
        Action::Notify {
            condvar: 0,
            all: false,
            woken: vec![0],
        },
        &on(9),
    );
    s.stuck(1, &[], Waits::Notification { condvar: 0 }, &on(4));
    assert_eq!(said(&s), "");
}

#[test]
fn waiting_for_others_with_their_lock_in_hand_is_named() {
    let mut s = story("channel", "jobs", "deadlock");
    let log = s.shared("Mutex", "log", Place::default());
    s.stuck(
        1,
        &[(log, &on(4))],
        Waits::Item {
            object: 0,
            senders: 1,
        },
        &on(5),
    );
    s.stuck(
        2,
        &[],
        Waits::Lock {
            object: log,
            owners: vec![1],
        },
        &on(9),
    );
    assert_eq!(
        said(&s),
        "ann waits (shop.rs:5) while it holds log, and bob needs log before it can do anything for ann."
    );
}

#[test]
fn a_sender_kept_by_the_only_thread_left_keeps_the_channel_open() {
    let mut s = story("channel", "jobs", "deadlock");
    s.stuck(
        0,
        &[],
        Waits::Item {
            object: 0,
            senders: 1,
        },
        &on(5),
    );
    assert_eq!(
        said(&s),
        "jobs never closes: all other threads have ended, yet a sender of it is still alive, kept by main's own \
         code."
    );
}

#[test]
fn sections_that_no_preemption_cuts_apart_are_not_called_broken() {
    let mut s = story("Mutex", "queue", "1");
    for line in [4, 5] {
        s.step(1, lock(0), &on(line));
        s.step(1, Action::Unlock { object: 0 }, &on(line));
    }
    s.preempting(2, lock(0), &on(9));
    s.step(2, Action::Unlock { object: 0 }, &on(9));
    assert_eq!(said(&s), "");
}

#[test]
fn a_panic_right_after_a_wake_up_is_told_from_other_panics() {
    let mut s = story("Condvar", "ready", "panic: empty");
    let mutex = s.shared("Mutex", "queue", Place::default());
    let wake = Action::Wake {
        condvar: 0,
        mutex,
        reason: WakeUp::Notified,
    };
    s.step(1, wake, &on(4));
    s.step(1, Action::Panic("empty".into()), &on(5));
    assert_eq!(
        said(&s),
        "woken too early: ann panicked (shop.rs:5) right after ready had woken it (shop.rs:4); a wake-up does not promise that \
         what it waited for is there."
    );
    s.steps.remove(0);
    assert_eq!(said(&s), "");
}

#[test]
fn a_poisoned_lock_is_traced_to_the_first_panic() {
    let mut s = story("Mutex", "queue", "panic: PoisonError { .. }");
    s.step(1, lock(0), &on(4));
    s.step(1, Action::Panic("empty".into()), &on(5));
    s.step(0, Action::Panic("PoisonError { .. }".into()), &on(9));
    assert_eq!(
        said(&s),
        "poisoned: ann panicked first (shop.rs:5) and left its lock poisoned; only that made main panic (shop.rs:9)."
    );
}
