//! `own`.

use std::process::Command;

use harness::prelude::*;

use crate::words::HELLO;

#[test]
#[claim(value)]
fn the_program_says_hello() {
    let output = Command::new(env!("CARGO_BIN_EXE_own")).output();
    let said = String::from_utf8(output.expect("it can be started").stdout).expect("it prints text");
    expect!(said == HELLO, WrongResult, "the program says {HELLO}, not {said}");
}
