//! `serial`.

use harness::prelude::*;

#[test]
#[claim(every_interleaving)]
fn both_work_at_the_same_time() {
    every_interleaving(verdicts_model::serial::answer).together(2);
}
