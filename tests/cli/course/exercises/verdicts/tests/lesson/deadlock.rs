//! `deadlock`.

use harness::prelude::*;

#[test]
#[claim(every_interleaving)]
fn nobody_waits_for_ever() {
    every_interleaving(verdicts_model::deadlock::answer).is("{2}");
}
