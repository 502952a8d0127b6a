//! One execution of each class of equivalent ones, and no result is lost by it.

use interleave::{Explore, Outcomes};
use interleave_programs::{locked, philosophers, racy};
use std::fmt::Debug;

fn explore<T: Debug + Send>(reduction: bool, body: impl Fn() -> T + Send) -> Outcomes<T> {
    let found = Explore {
        reduction,
        samples: 0,
        ..Explore::default()
    }
    .outcomes(body);
    assert!(found.is_exhaustive());
    found
}

#[test]
fn threads_that_share_nothing_need_one_execution() {
    let found = explore(true, || {
        let handles: Vec<_> = (0..5)
            .map(|i| {
                interleave_std::thread::spawn(move || {
                    let own = interleave_std::sync::Mutex::new(i);
                    *own.lock().unwrap() += 1;
                    own.into_inner().unwrap()
                })
            })
            .collect();
        handles.into_iter().map(|h| h.join().unwrap()).sum::<i32>()
    });
    assert_eq!(
        (found.set().as_str(), found.executions(), found.cut()),
        ("{15}", 1, 0)
    );
}

#[test]
fn locked_increments_need_an_execution_for_each_order_of_the_locks() {
    let found = explore(true, || locked(3, 2));
    assert_eq!((found.executions(), found.cut()), (90, 0)); // 6! / (2! 2! 2!)
}

#[test]
fn philosophers_need_an_execution_for_each_way_to_share_the_forks() {
    let found = explore(true, || philosophers(7, false));
    assert_eq!((found.executions(), found.cut()), (127, 0)); // each fork goes left or right, all left and all right are one
}

#[test]
fn the_reduced_search_finds_what_the_plain_one_finds() {
    let (reduced, plain) = (explore(true, || racy(2, 2)), explore(false, || racy(2, 2)));
    assert_eq!(reduced.set(), plain.set());
    assert!(reduced.executions() < plain.executions());
}
