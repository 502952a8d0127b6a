//! `std::process`, where ending the process is a finding: it would end every other exercise's tests too.
//!
//! [`Command`] and [`Child`] are the real ones: waiting for a child is one step of the model.

pub use ::std::process::*;

/// Ends the process. Within an execution it panics instead.
///
/// # Panics
/// Within an execution, with a message that names the exit code.
#[track_caller]
pub fn exit(code: i32) -> ! {
    if interleave::active() {
        panic!("process::exit({code}) ends the whole test run: return from the function instead");
    }
    ::std::process::exit(code)
}

/// Ends the process abnormally. Within an execution it panics instead.
///
/// # Panics
/// Within an execution.
#[track_caller]
pub fn abort() -> ! {
    if interleave::active() {
        panic!("process::abort ends the whole test run: return an error or panic instead");
    }
    ::std::process::abort()
}
