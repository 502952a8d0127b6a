//! The times of several runs, and what is in their middle.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::Deserialize;

use crate::report::bench::gil::Time;

/// What threads divide among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Work {
    /// Counting.
    Computing,
    /// Waiting for what others do.
    Waiting,
}

/// All times of one program.
#[derive(Debug, Default)]
pub(super) struct Times(BTreeMap<(Work, usize), Vec<Duration>>);

impl Times {
    /// One more run.
    pub(super) fn add(&mut self, work: Work, threads: usize, took: Duration) {
        self.0.entry((work, threads)).or_default().push(took);
    }

    /// The median of each number of threads, the fewest first.
    pub(super) fn medians(&self, work: Work) -> Vec<Time> {
        let times = self.0.iter().filter(|((of, _), _)| *of == work);
        times
            .map(|((_, threads), took)| Time {
                threads: *threads,
                took: median(took.clone()),
            })
            .collect()
    }
}

/// The one in the middle; of two in the middle what lies between them.
fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    let middle = times.len() / 2;
    match times.len() {
        0 => Duration::ZERO,
        n if n % 2 == 1 => times[middle],
        _ => (times[middle - 1] + times[middle]) / 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn milliseconds(times: &[u64]) -> Vec<Duration> {
        times.iter().copied().map(Duration::from_millis).collect()
    }

    #[test]
    fn one_slow_run_does_not_move_the_median() {
        let times = milliseconds(&[12, 10, 900, 11, 10]);
        assert_eq!(median(times), Duration::from_millis(11));
    }

    #[test]
    fn two_in_the_middle_share_it() {
        let times = milliseconds(&[40, 10, 20, 30]);
        assert_eq!(median(times), Duration::from_millis(25));
    }

    #[test]
    fn each_work_and_number_of_threads_has_a_median_of_its_own() {
        let mut times = Times::default();
        for (threads, took) in [(4, 7), (1, 5), (1, 9), (1, 6)] {
            times.add(Work::Computing, threads, Duration::from_millis(took));
        }
        times.add(Work::Waiting, 1, Duration::from_millis(1));
        let found = times.medians(Work::Computing);
        let found: Vec<_> = found
            .iter()
            .map(|time| (time.threads, time.took.as_millis()))
            .collect();
        assert_eq!(found, [(1, 6), (4, 7)]);
    }
}
