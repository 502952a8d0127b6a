//! Virtual time.

use crate::support::only;
use interleave_std::sync::mpsc;
use interleave_std::thread;
use interleave_std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

#[test]
fn sleeping_moves_the_clock_on_and_nobody_waits() {
    let seen = only(|| {
        let start = Instant::now();
        thread::sleep(Duration::from_secs(3_600));
        start.elapsed() >= Duration::from_secs(3_600)
    });
    assert_eq!(seen, "true");
}

#[test]
fn a_loop_that_polls_the_clock_ends() {
    let seen = only(|| {
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(1) {}
    });
    assert_eq!(seen, "()");
}

#[test]
fn both_clocks_are_the_same_in_each_execution() {
    let seen = only(|| {
        let child = thread::spawn(thread::yield_now);
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
        child.join().unwrap();
        now
    });
    assert_eq!(seen, "1735689600.001s");
}

#[test]
#[allow(deprecated, reason = "the deprecated function is the claim")]
fn sleeping_in_milliseconds_counts_too() {
    let seen = only(|| {
        let start = SystemTime::now();
        thread::sleep_ms(250);
        start.elapsed().unwrap()
    });
    assert_eq!(seen, "251ms");
}

#[test]
fn a_look_at_the_clock_is_not_noticed_by_another_thread() {
    // trap: with one clock for all, what this thread sees depends on looks of the other that no step orders
    let seen = only(|| {
        let start = Instant::now();
        let child = thread::spawn(|| {
            Instant::now();
            thread::yield_now();
            thread::sleep(Duration::from_secs(1));
        });
        let took = start.elapsed();
        child.join().unwrap();
        took
    });
    assert_eq!(seen, "1ms");
}

#[test]
fn who_waits_for_a_thread_does_not_live_before_its_end() {
    let seen = only(|| {
        let child = thread::spawn(|| {
            thread::sleep(Duration::from_secs(1));
            Instant::now()
        });
        let end = child.join().unwrap();
        Instant::now() > end
    });
    assert_eq!(seen, "true");
}

#[test]
fn a_message_comes_no_earlier_than_it_was_sent() {
    let seen = only(|| {
        let (sender, receiver) = mpsc::channel();
        thread::spawn(move || {
            thread::sleep(Duration::from_secs(1));
            sender.send(Instant::now())
        });
        let sent = receiver.recv().unwrap();
        Instant::now() > sent
    });
    assert_eq!(seen, "true");
}
