//! The Rust program: threads that compute or wait, under a Gil like that of the lesson `gil-analogy` or without one.

use std::hint::black_box;
use std::sync::mpsc;
use std::sync::{Condvar, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use rustix::time::{ClockId, clock_gettime};

use super::Amount;
use super::times::Work;

/// Steps in which the Gil stays in one hand: far less than a millisecond.
const TURN: u64 = 20_000;

/// The global interpreter lock: one thread holds it, the others wait asleep.
#[derive(Debug, Default)]
pub(super) struct Gil {
    /// Whether a thread holds it.
    held: Mutex<bool>,
    /// Announces that it was dropped.
    dropped: Condvar,
}

/// The right to compute. The Gil is free again when this is dropped.
#[derive(Debug)]
struct GilGuard<'a> {
    gil: &'a Gil,
}

impl Gil {
    fn take(&self) -> GilGuard<'_> {
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let held = self.dropped.wait_while(held, |held| *held);
        *held.unwrap_or_else(PoisonError::into_inner) = true;
        GilGuard { gil: self }
    }
}

impl Drop for GilGuard<'_> {
    fn drop(&mut self) {
        let held = self.gil.held.lock();
        *held.unwrap_or_else(PoisonError::into_inner) = false;
        self.gil.dropped.notify_one();
    }
}

/// Divides the work among so many threads, and says how long they took together.
///
/// # Errors
/// Less, or more, was done than there was to do.
pub(super) fn divided(
    threads: usize,
    work: Work,
    amount: Amount,
    gil: Option<&Gil>,
) -> anyhow::Result<Duration> {
    let total = match work {
        Work::Computing => amount.steps,
        Work::Waiting => amount.waits,
    };
    let share = total / threads as u64;
    let patience = Duration::from_millis(amount.milliseconds);
    let begun = Instant::now();
    let done = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|_| {
                scope.spawn(move || match work {
                    Work::Computing => count(share, gil),
                    Work::Waiting => wait(share, gil, || silence(patience)),
                })
            })
            .collect();
        let done = workers.into_iter().map(|worker| worker.join().ok());
        done.sum::<Option<u64>>()
    });
    let took = begun.elapsed();
    let done = done.context("a thread of the bench has panicked")?;
    ensure!(done == total, "{done} of {total} was done");
    Ok(took)
}

/// What part of a core a thread gets that computes alone: 1 on a machine where nothing else runs.
pub(super) fn share_of_a_core(amount: Amount) -> f64 {
    let cpu = || {
        let time = clock_gettime(ClockId::ThreadCPUTime);
        time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
    };
    let (begun, before) = (Instant::now(), cpu());
    count(amount.steps, None);
    (cpu() - before) / begun.elapsed().as_secs_f64()
}

/// Computes. With a Gil each turn is done under it, and others get theirs in between.
fn count(steps: u64, gil: Option<&Gil>) -> u64 {
    let mut done = 0;
    while done < steps {
        let _guard = gil.map(Gil::take);
        let end = steps.min(done + TURN);
        while done < end {
            done = black_box(done) + 1;
        }
    }
    done
}

/// Waits so many times. With a Gil that is taken before and after, and never meanwhile.
fn wait(times: u64, gil: Option<&Gil>, answer: impl Fn()) -> u64 {
    let mut done = 0;
    while done < times {
        drop(gil.map(Gil::take));
        answer();
        drop(gil.map(Gil::take));
        done += 1;
    }
    done
}

/// An answer that does not come.
fn silence(patience: Duration) {
    let (_silent, answers) = mpsc::channel::<()>();
    let _ = answers.recv_timeout(patience);
}

#[cfg(test)]
mod tests {
    use super::*;

    const LITTLE: Amount = Amount {
        steps: 200_000,
        waits: 4,
        milliseconds: 1,
    };

    #[test]
    fn nothing_is_lost_whoever_divides_it() {
        let gil = Gil::default();
        for threads in [1, 2, 4] {
            for work in [Work::Computing, Work::Waiting] {
                divided(threads, work, LITTLE, None).unwrap();
                divided(threads, work, LITTLE, Some(&gil)).unwrap();
            }
        }
    }

    #[test]
    fn nobody_gets_more_than_a_core() {
        let share = share_of_a_core(LITTLE);
        assert!(share > 0.0 && share < 1.1, "{share}");
    }

    #[test]
    fn work_that_cannot_be_divided_is_told() {
        let error = divided(3, Work::Waiting, LITTLE, None).unwrap_err();
        assert_eq!(error.to_string(), "3 of 4 was done");
    }

    #[test]
    fn who_waits_has_let_go_of_the_gil_and_who_computes_has_not() {
        let gil = Gil::default();
        let held = || *gil.held.lock().unwrap();
        wait(2, Some(&gil), || assert!(!held()));
        let guard = gil.take();
        assert!(held());
        drop(guard);
        assert!(!held());
    }
}
