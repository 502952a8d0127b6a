//! `alive`.

use std::path::{Path, PathBuf};

use harness::prelude::*;

#[test]
#[claim(nothing_left)]
fn no_process_is_left() {
    let program = Program::watched(env!("CARGO_BIN_EXE_alive"), 4);
    let supervise: fn(&Path) = programs::alive::supervise;
    let path: PathBuf = program.path().to_path_buf();
    within("the supervisor", move || supervise(&path));
    program.nothing_left();
}
