//! The tests give a program to start.

use std::path::Path;

/// What the program prints.
pub fn heard(_program: &Path) -> String {
    // TODO: start it and listen.
    String::new()
}
