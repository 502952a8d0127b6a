//! `leak`.

use harness::prelude::*;

#[test]
#[claim(every_interleaving)]
fn no_thread_is_left() {
    every_interleaving(verdicts_model::leak::answer).leaves_nothing_running();
}
