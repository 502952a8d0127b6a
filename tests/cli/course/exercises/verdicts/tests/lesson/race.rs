//! `race`.

use harness::prelude::*;

#[test]
#[claim(every_interleaving)]
fn no_addition_is_lost() {
    every_interleaving(verdicts_model::race::answer).is("{2}");
}
