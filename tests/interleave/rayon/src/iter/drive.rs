//! Going through the runs of an iterator, each on a thread of the pool.

use super::ParallelIterator;
use crate::join::returned;
use crate::pool::{Pool, in_pool};
use interleave_std::thread;
use std::sync::Arc;

/// What `work` makes of each run, in order.
///
/// # Panics
/// With the first panic of a run; all have ended then.
#[track_caller]
pub(super) fn drive<P, R>(iterator: P, work: impl Fn(P::Run) -> R + Sync) -> Vec<R>
where
    P: ParallelIterator,
    R: Send,
{
    in_pool(|pool| {
        let lengths = lengths(iterator.input_len(), iterator.min_len(), pool.threads());
        let mut runs = iterator.cut(&lengths);
        // the last run is this thread's own
        let Some(own) = runs.pop() else { return vec![] };
        together(pool, runs, own, &work)
    })
}

/// Even lengths of at most `threads` runs, none shorter than the minimum unless it is the only one.
fn lengths(input: usize, minimum: usize, threads: usize) -> Vec<usize> {
    let runs = (input / minimum.max(1)).clamp(1, threads);
    (0..runs)
        .map(|run| input * (run + 1) / runs - input * run / runs)
        .collect()
}

/// A run that finds no idle thread is this thread's own too.
#[track_caller]
fn together<I: Send, R: Send>(
    pool: &Arc<Pool>,
    runs: Vec<I>,
    own: I,
    work: &(impl Fn(I) -> R + Sync),
) -> Vec<R> {
    thread::scope(|scope| {
        let mut started = vec![];
        for run in runs {
            started.push(match pool.hire() {
                Some(worker) => Ok(scope.spawn(move || worker.work(|| work(run)))),
                None => Err(run),
            });
        }
        let own = caught(|| work(own));
        let results = started.into_iter().map(|run| match run {
            Ok(started) => started.join(),
            Err(run) => caught(|| work(run)),
        });
        let results: Vec<thread::Result<R>> = results.collect();
        results.into_iter().chain([own]).map(returned).collect()
    })
}

fn caught<R>(f: impl FnOnce() -> R) -> thread::Result<R> {
    interleave_std::panic::catch_unwind(std::panic::AssertUnwindSafe(f))
}

#[cfg(test)]
mod tests {
    use super::lengths;

    #[test]
    fn runs_are_even_and_not_shorter_than_the_minimum() {
        assert_eq!(lengths(5, 1, 2), [2, 3]);
        assert_eq!(lengths(1, 1, 2), [1]);
        assert_eq!(lengths(0, 1, 2), [0]);
        assert_eq!(lengths(6, 3, 4), [3, 3]);
        assert_eq!(lengths(5, 9, 4), [5]);
    }
}
