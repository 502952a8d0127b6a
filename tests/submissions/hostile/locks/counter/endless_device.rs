//! verdict: does_not_compile
//! Has rustc read a device that never ends, by a name that a macro builds.

macro_rules! call {
    ($name:ident) => {
        $name!("/dev/zero")
    };
}

static ZEROS: &[u8] = call!(include_bytes);

pub fn count(_threads: usize, _per_thread: u64) -> u64 {
    ZEROS.len() as u64
}
