//! The worker's side of the harness's programs.

/// Does what the test says, until it says to end.
pub fn serve() -> ! {
    std::process::exit(1)
}

/// Tells the test that this program runs, and ends it with the test.
pub fn enter() {}
