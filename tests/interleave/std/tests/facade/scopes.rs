//! `thread::scope`.

use crate::support::{only, results};
use interleave_std::sync::Mutex;
use interleave_std::thread;

#[test]
fn a_scoped_panic_that_nobody_joined_reaches_the_scope() {
    let outcome = results(|| {
        thread::scope(|scope| {
            scope.spawn(|| panic!("x"));
        })
    });
    assert_eq!(outcome, ["panic: a scoped thread panicked"]);
}

#[test]
fn a_scoped_panic_that_was_joined_does_not() {
    let outcome = results(|| thread::scope(|scope| scope.spawn(|| panic!("x")).join().is_err()));
    assert_eq!(outcome, ["true"]);
}

#[test]
fn the_bodys_own_panic_comes_first() {
    let outcome = results(|| {
        thread::scope(|scope| {
            scope.spawn(|| {
                thread::yield_now();
                panic!("child")
            });
            panic!("body")
        })
    });
    assert_eq!(outcome, ["panic: body"]);
}

#[test]
fn scoped_threads_end_before_their_frame_even_when_an_execution_is_cut_off() {
    let outcome = results(|| {
        let vector = vec![1];
        let mutex = Mutex::new(0);
        thread::scope(|scope| {
            scope.spawn(|| {
                let _held = mutex.lock();
                thread::park();
            });
            scope.spawn(|| {
                let _held = mutex.lock();
                drop(vector.clone());
            });
        });
    });
    assert_eq!(outcome, ["deadlock"]);
}

#[test]
fn threads_of_a_scope_may_start_more() {
    let sum = only(|| {
        let sum = Mutex::new(0);
        thread::scope(|scope| {
            scope.spawn(|| {
                scope.spawn(|| *sum.lock().unwrap() += 1);
                *sum.lock().unwrap() += 1;
            });
        });
        sum.into_inner().unwrap()
    });
    assert_eq!(sum, "2");
}

#[test]
fn a_builder_names_a_scoped_thread() {
    let name = only(|| {
        thread::scope(|scope| {
            let builder = thread::Builder::new().name("waiter".into());
            let child = builder.spawn_scoped(scope, || ()).unwrap();
            assert_eq!(format!("{child:?}"), "ScopedJoinHandle { .. }");
            child.thread().name().map(str::to_owned)
        })
    });
    assert_eq!(name, "Some(\"waiter\")");
}
