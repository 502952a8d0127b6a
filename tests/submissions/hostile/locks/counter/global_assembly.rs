//! verdict: does_not_compile
//! Assembly beside the program, with a function of libc's name that does nothing.

std::arch::global_asm!(".globl write", "write:", "ret");

pub fn count(threads: usize, per_thread: u64) -> u64 {
    threads as u64 * per_thread
}
