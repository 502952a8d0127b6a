// Included by `on_real` and by `on_model`, which say what `subject` and `stdlib` are.

use std::collections::BTreeMap;
use stdlib::collections::HashMap;
use stdlib::sync::atomic::{AtomicU32, Ordering::SeqCst};
use stdlib::sync::{Barrier, Mutex};
use subject::prelude::*;

/// A pool of two, whatever the machine has.
pub(crate) fn in_pool_of<R: Send>(threads: usize, f: impl FnOnce() -> R + Send) -> R {
    subject::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(f)
}

/// A load and a store for each item: the race that `for_each` invites to.
pub(crate) fn racy_sum() -> u32 {
    let sum = AtomicU32::new(0);
    in_pool_of(2, || {
        [1, 2].into_par_iter().for_each(|number| {
            let seen = sum.load(SeqCst);
            sum.store(seen + number, SeqCst);
        });
    });
    sum.into_inner()
}

/// Numbers by every consumer.
pub(crate) fn numbers() -> (u32, u32, usize, Option<u32>, Option<u32>, u32) {
    in_pool_of(2, || {
        let numbers = vec![3_u32, 1, 4, 1];
        let sum = numbers.par_iter().map(|number| number * 2).sum();
        let product = numbers.par_iter().copied().product();
        let odd = numbers.par_iter().filter(|number| **number % 2 == 1).count();
        let most = numbers.par_iter().copied().max();
        let least = numbers.par_iter().cloned().min();
        (sum, product, odd, most, least, numbers.into_par_iter().reduce(|| 0, |a, b| a + b))
    })
}

type Collected = (Vec<u32>, Vec<(usize, char)>, BTreeMap<u32, u32>, Result<Vec<u32>, String>);

/// Collections in order, with places, pairs, and errors.
pub(crate) fn collections() -> Collected {
    in_pool_of(2, || {
        let flat = (1..=3_u32).into_par_iter().flat_map_iter(|number| 0..number).collect();
        let placed = vec!['a', 'b'].into_par_iter().enumerate().collect();
        let (left, right) = ([1, 2, 3], [10, 20]);
        let pairs: HashMap<u32, u32> = left.par_iter().copied().zip(right.par_iter().copied()).collect();
        let parsed = ["1", "x"].par_iter().map(|text| text.parse().map_err(|_| (*text).to_owned())).collect();
        (flat, placed, pairs.into_iter().collect(), parsed)
    })
}

/// Slices in parts, changed in place.
pub(crate) fn slices() -> (Vec<u32>, Vec<u32>, Vec<u32>, Vec<u32>) {
    in_pool_of(2, || {
        let mut numbers = vec![4, 3, 2, 1];
        numbers.par_iter_mut().for_each(|number| *number *= 10);
        numbers.par_chunks_mut(2).for_each(|part| part.reverse());
        let sums = numbers.par_chunks(3).map(|part| part.iter().sum()).collect();
        let mut sorted = numbers.clone();
        sorted.par_sort_unstable();
        sorted.par_sort_unstable_by_key(|number| std::cmp::Reverse(*number));
        sorted.par_sort_by(|left, right| left.cmp(right));
        let mut halved = vec![0];
        sorted.par_iter().map(|number| number / 2).collect_into_vec(&mut halved);
        (numbers, sums, sorted, halved)
    })
}

/// Searching, and folding each run.
pub(crate) fn searches() -> (bool, bool, Option<u32>, Option<u32>, u32, Vec<u32>) {
    in_pool_of(2, || {
        let numbers = [1_u32, 2, 3, 4];
        let any = numbers.par_iter().any(|number| *number == 3);
        let all = numbers.par_iter().all(|number| *number < 4);
        let found = numbers.par_iter().copied().find_any(|number| number % 4 == 0);
        let first = numbers.par_iter().copied().find_first(|number| number % 2 == 0);
        let folded = numbers.par_iter().fold(|| 0, |sum, number| sum + number).sum();
        let long = numbers.par_iter().with_min_len(4).map_init(|| 1, |state, number| *state * number).collect();
        (any, all, found, first, folded, long)
    })
}

/// Both halves of a `join` meet: a pool of two can, a pool of one cannot.
pub(crate) fn halves_meet(threads: usize) -> bool {
    let meeting = Barrier::new(2);
    in_pool_of(threads, || {
        let (left, right) = subject::join(|| meeting.wait().is_leader(), || meeting.wait().is_leader());
        left ^ right
    })
}

/// Divide and conquer, with a join in a join.
pub(crate) fn nested_join() -> (u32, u32) {
    in_pool_of(2, || subject::join(|| 1, || subject::join(|| 2, || 3)).into_sum())
}

trait IntoSum {
    fn into_sum(self) -> (u32, u32);
}
impl IntoSum for (u32, (u32, u32)) {
    fn into_sum(self) -> (u32, u32) {
        (self.0, self.1.0 + self.1.1)
    }
}

/// Tasks of a scope, one of which spawns another: all are done when it ends.
pub(crate) fn scoped_tasks() -> Vec<u32> {
    let done = Mutex::new(vec![]);
    in_pool_of(2, || {
        subject::scope(|scope| {
            scope.spawn(|scope| {
                scope.spawn(|_| done.lock().unwrap().push(2));
                done.lock().unwrap().push(1);
            });
        });
    });
    let mut done = done.into_inner().unwrap();
    done.sort_unstable();
    done
}

/// Who works where.
pub(crate) fn places() -> (Option<usize>, usize, bool) {
    let outside = subject::current_thread_index();
    in_pool_of(2, || {
        let inside = subject::current_thread_index().is_some_and(|index| index < 2);
        (outside, subject::current_num_threads(), inside)
    })
}
