//! Comes one after the other where all must come together.

use harness::prelude::*;
use std::thread;

#[claim(together)]
pub fn one_after_the_other() {
    let meeting = Meeting::new(2, "cooks");
    for _ in 0..2 {
        thread::scope(|scope| {
            scope.spawn(|| meeting.arrive());
        });
    }
    meeting.check();
}
