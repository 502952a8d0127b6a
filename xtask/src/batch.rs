//! Many decisions at once, told in order.

pub(crate) mod groups;

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::thread;

/// As many as the machine has cores; a decision's own steps fill the gaps that another one leaves.
pub(crate) fn jobs() -> usize {
    thread::available_parallelism().map_or(2, NonZero::get)
}

/// Does the work for every item, `jobs` at a time. `done` is called on this thread for each item in order, as soon as it
/// and all before it are ready.
pub(crate) fn each<T: Sync, R: Send>(
    items: &[T],
    jobs: usize,
    work: impl Fn(&T) -> R + Sync,
    done: impl FnMut(&T, R),
) {
    let (next, (ready, results)) = (AtomicUsize::new(0), mpsc::channel());
    thread::scope(|scope| {
        for _ in 0..jobs.clamp(1, items.len().max(1)) {
            let (ready, next, work) = (ready.clone(), &next, &work);
            scope.spawn(move || {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = items.get(at) else { return };
                    if ready.send((at, work(item))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(ready);
        in_order(items, results, done);
    });
}

/// Tells each result as soon as it and all before it are there.
fn in_order<T, R>(items: &[T], results: Receiver<(usize, R)>, mut done: impl FnMut(&T, R)) {
    let (mut early, mut told) = (BTreeMap::new(), 0);
    for (at, result) in results {
        early.insert(at, result);
        while let Some(result) = early.remove(&told) {
            done(&items[told], result);
            told += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Barrier;

    use super::each;

    #[test]
    fn results_come_in_order_whatever_is_ready_first() {
        let second_is_ready = Barrier::new(2);
        let mut told = Vec::new();
        let work = |item: &usize| {
            // The first one ends only after the second one has begun.
            if *item < 2 {
                second_is_ready.wait();
            }
            item * 10
        };
        each(&[0, 1, 2, 3], 2, work, |item, result| {
            told.push((*item, result))
        });
        assert_eq!(told, [(0, 0), (1, 10), (2, 20), (3, 30)]);
    }

    #[test]
    fn nothing_to_do_is_done_at_once() {
        each(
            &[],
            2,
            |item: &usize| *item,
            |_, _| unreachable!("there is no item"),
        );
    }
}
