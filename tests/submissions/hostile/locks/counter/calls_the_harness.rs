//! verdict: does_not_compile
//! Calls the functions that write the records.

extern crate harness;

pub fn count(_threads: usize, _per_thread: u64) -> u64 {
    harness::run_claim(
        "value",
        "lesson::counter::no_interleaving_loses_an_update",
        || {},
    );
    std::process::exit(0)
}
