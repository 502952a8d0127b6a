//! verdict: does_not_compile
//! A macro that calls itself for ever, with the limit on that as high as it goes.
#![recursion_limit = "4294967295"]

macro_rules! more {
    ($($plate:tt)*) => { more!($($plate)* +) };
}

pub fn count(_threads: usize, _per_thread: u64) -> u64 {
    more!()
}
