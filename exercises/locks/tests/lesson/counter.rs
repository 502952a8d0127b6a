//! `counter`: four threads, one count, no update lost.

use harness::prelude::*;

#[test]
#[claim(value)]
fn one_thread_counts_to_what_it_was_told() {
    let count: fn(usize, u64) -> u64 = locks::counter::count;
    let times = random().u64(10..1_000);
    let counted = within("one thread to count", move || count(1, times));
    expect!(
        counted == times,
        WrongResult,
        "1 thread counted {times} times, and the count is {counted}"
    );
}

#[test]
#[claim(every_interleaving)]
fn no_interleaving_loses_an_update() {
    every_interleaving(|| locks_model::counter::count(2, 2))
        .because("Each of the 2 threads adds one, 2 times. No addition may overwrite another.")
        .is("{4}");
}

#[test]
#[claim(every_interleaving)]
fn the_count_is_taken_after_the_last_thread_has_ended() {
    every_interleaving(|| locks_model::counter::count(3, 1))
        .because("3 threads add one each. The function returns when all have ended.")
        .is("{3}")
        .leaves_nothing_running();
}

#[test]
#[claim(every_interleaving)]
fn the_threads_work_at_the_same_time() {
    every_interleaving(|| locks_model::counter::count(3, 1)).together(3);
}

#[test]
#[claim(value)]
fn four_threads_count_exactly_and_again() {
    let count: fn(usize, u64) -> u64 = locks::counter::count;
    let times = random().u64(10_000..20_000);
    for round in ["first", "second"] {
        let counted = within("4 threads to count", move || count(4, times));
        let asked = 4 * times;
        expect!(
            counted == asked,
            WrongResult,
            "the {round} call: 4 threads counted {times} times each, and the count is not {asked}"
        );
    }
}
