//! Work stealing and queues.

use crate::support::{results_of_both, results_with_one_spurious_failure};
use crate::{on_model, on_real};

#[test]
fn nothing_is_lost_and_nothing_done_twice() {
    assert_eq!(
        results_of_both(on_real::owner_and_thief, on_model::owner_and_thief),
        ["(2, 3)"]
    );
}

#[test]
fn a_thief_that_does_not_retry_may_go_without() {
    let steals = || {
        let worker = interleave_crossbeam::deque::Worker::new_fifo();
        worker.push(1);
        worker.stealer().steal().success()
    };
    assert_eq!(
        results_with_one_spurious_failure(steals),
        ["None", "Some(1)"]
    );
}

#[test]
fn a_batch_starts_with_the_oldest_task() {
    assert_eq!(format!("{:?}", on_real::batches().0), "Some(0)");
    assert_eq!(
        crate::support::results(|| on_model::batches().0),
        ["Some(0)"]
    );
}

#[test]
fn queues_keep_their_order_and_their_bound() {
    let seen = results_of_both(on_real::queues, on_model::queues);
    assert_eq!(seen, ["(Err(3), Some(1), Some(4), [2])"]);
}
