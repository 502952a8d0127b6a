//! `hired`.

use std::path::Path;

use harness::prelude::*;

use crate::words::HELLO;

#[test]
#[claim(value)]
fn the_program_is_heard() {
    let heard: fn(&Path) -> String = programs::hired::heard;
    let said = heard(Path::new(env!("CARGO_BIN_EXE_programs-hand")));
    expect!(said == HELLO, WrongResult, "the program says {HELLO}, not {said}");
}
