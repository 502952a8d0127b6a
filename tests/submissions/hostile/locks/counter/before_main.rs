//! verdict: does_not_compile
//! A function in the section of those that run before `main`.

#[used]
#[unsafe(link_section = ".init_array")]
static FIRST: extern "C" fn() = first;

extern "C" fn first() {
    std::process::exit(0)
}

pub fn count(threads: usize, per_thread: u64) -> u64 {
    threads as u64 * per_thread
}
