//! `race`.

use harness::prelude::*;

#[test]
#[claim(every_interleaving)]
fn no_addition_is_lost() {
    every_interleaving(verdicts_model::race::answer).is("{2}");
}

#[test]
#[claim(value)]
fn two_threads_make_two() {
    expect!(verdicts::race::answer() == 2, WrongResult, "two threads make two");
}
