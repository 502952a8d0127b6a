//! Pools, joins, scopes.

use crate::support::{results, results_of_both};
use crate::{on_model, on_real};

#[test]
fn a_pool_of_two_does_both_halves_at_once() {
    let seen = results_of_both(|| on_real::halves_meet(2), || on_model::halves_meet(2));
    assert_eq!(seen, ["true"]);
}

#[test]
fn a_pool_of_one_never_does() {
    assert_eq!(results(|| on_model::halves_meet(1)), ["deadlock"]);
}

#[test]
fn a_join_in_a_join_has_both_results() {
    assert_eq!(
        results_of_both(on_real::nested_join, on_model::nested_join),
        ["(1, 5)"]
    );
}

#[test]
fn a_scope_ends_when_all_its_tasks_have() {
    assert_eq!(
        results_of_both(on_real::scoped_tasks, on_model::scoped_tasks),
        ["[1, 2]"]
    );
}

#[test]
fn a_thread_knows_its_place_in_its_pool() {
    assert_eq!(
        results_of_both(on_real::places, on_model::places),
        ["(None, 2, true)"]
    );
}

#[test]
fn a_panic_in_a_join_reaches_its_caller_when_both_have_ended() {
    let seen = results(|| {
        let mut done = false;
        let joined = interleave_std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            interleave_rayon::join(|| panic!("left"), || done = true)
        }));
        (interleave::message(&*joined.unwrap_err()), done)
    });
    assert_eq!(seen, ["(\"left\", true)"]);
}

#[test]
fn a_spawned_task_runs_if_the_program_lives_long_enough() {
    let seen = results(|| {
        let (sender, receiver) = interleave_std::sync::mpsc::channel();
        interleave_rayon::spawn(move || sender.send(1).unwrap());
        receiver.recv().ok()
    });
    assert_eq!(seen, ["Some(1)"]);
}

#[test]
fn a_pool_that_is_left_by_a_deadlock_is_not_there_in_the_next_execution() {
    let stuck = || {
        on_model::in_pool_of(3, interleave_std::thread::park);
    };
    assert_eq!(results(stuck), ["deadlock"]);
    assert_eq!(
        results(|| {
            let place = interleave_rayon::current_thread_index();
            (place, interleave_rayon::current_num_threads())
        }),
        ["(None, 2)"]
    );
}

#[test]
fn the_size_of_the_global_pool_holds_for_one_execution() {
    let sized = || {
        let builder = interleave_rayon::ThreadPoolBuilder::new().num_threads(3);
        builder.build_global().unwrap();
        interleave_rayon::current_num_threads()
    };
    assert_eq!(results(sized), ["3"]);
    assert_eq!(results(interleave_rayon::current_num_threads), ["2"]);
}
