//! verdict: does_not_compile
//! A static of a gigabyte, all of it in the program's file.

pub static BOARD: [u8; 1 << 30] = [1; 1 << 30];

pub fn count(threads: usize, per_thread: u64) -> u64 {
    let plates = threads as u64 * per_thread;
    plates * u64::from(BOARD[plates as usize])
}
