//! A program of the tests runs what is written here.

/// What the program prints.
pub fn saying() -> String {
    // TODO: say hello.
    String::new()
}
