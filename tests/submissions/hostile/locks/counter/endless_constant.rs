//! verdict: does_not_compile
//! A constant whose evaluation never ends, with the lint switched off that would stop it.

#[allow(long_running_const_eval)]
const BOARD: u64 = {
    let mut plates = 0_u64;
    loop {
        plates = plates.wrapping_add(1);
    }
};

pub fn count(_threads: usize, _per_thread: u64) -> u64 {
    BOARD
}
