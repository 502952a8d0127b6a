//! `livelock`.

use harness::prelude::*;

#[test]
#[claim(every_interleaving)]
fn the_waiting_ends() {
    every_interleaving(verdicts_model::livelock::answer).is("{2}");
}
