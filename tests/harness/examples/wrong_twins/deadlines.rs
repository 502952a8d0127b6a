//! Waits for ever.

use harness::prelude::*;
use std::sync::mpsc;

#[claim(value)]
pub fn waits_for_ever() {
    within("a plate that nobody sends", || {
        let (_sender, receiver) = mpsc::channel::<()>();
        let _ = receiver.recv();
    });
}
