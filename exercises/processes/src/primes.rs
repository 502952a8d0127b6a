//! # Primes: one heap of work, many kitchens
//!
//! Someone must look at every number of a long list and say which are prime. This is not waiting, it is work: it keeps a
//! stove busy all the time. So the head chef cuts the list into parts, one for each kitchen, sends them all off, and puts
//! together what comes back. A fair cut gives nobody more than one number more than anybody else.
//!
//! **In Python** this is why `multiprocessing` exists: threads share one GIL, processes have one each, so only processes
//! use several cores. In Rust threads would do. Processes still pay when a worker may crash, or is another program.
//!
//! **Your task**
//! 1. Cut `range` into as many shares as there are `workers`. Together they are the range: nothing twice, nothing left
//!    out. Their lengths differ by at most one. There may be fewer numbers than workers, or none.
//! 2. Start `program` once for each share, with two arguments: the first number of the share, and the number after its
//!    last. All of them must be able to run at the same time.
//! 3. A worker writes the primes of its share to standard output, one a line; they may be more than a pipe holds. Return
//!    all the primes, smallest first.
//! 4. If a worker cannot be started, fails, or writes what is no number, the result is an error: a sum with a hole looks
//!    like a good one. Also then no process is left behind.
//!
//! **Leave alone:** the signatures, the function `find`, and the folder `tests/`.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use std::io;
use std::ops::Range;
use std::path::Path;

/// The primes of `range`, smallest first, found by as many processes as there are `workers`, at least one.
///
/// # Errors
///
/// When a worker cannot be started, ends with another exit code than 0, or writes what is no number.
pub fn primes(program: &Path, range: Range<u64>, workers: usize) -> io::Result<Vec<u64>> {
    // TODO 1: where does each share begin and end?
    // TODO 2: start a worker for each share.
    // TODO 3: collect what they write.
    // TODO 4: what becomes of the others when one fails?
    todo!("the primes of {range:?} with {workers} times {program:?}")
}

/// What a worker does with its share: it tries the divisors of each number.
pub fn find(share: Range<u64>) -> Vec<u64> {
    let has_divisor = |n: u64| {
        (2..n)
            .take_while(|d| d * d <= n)
            .any(|d| n.is_multiple_of(d))
    };
    share.filter(|n| *n > 1 && !has_divisor(*n)).collect()
}
