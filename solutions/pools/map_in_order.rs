//! # Map in order: plates leave in the order of the tables
//!
//! Ten tables have ordered, three cooks stand at the stoves. A cook who is free takes the next order of the list. A roast
//! takes its time, and meanwhile the other cooks go on with what comes after it. But the waiter wants the plates in the
//! order of the tables, and not in the order in which they get done.

use std::panic::resume_unwind;
use std::sync::Mutex;
use std::thread;

/// Calls `f` with each of the `items`, with so many `workers` (at least one) at the same time. Returns what `f` gave, in
/// the order of the items.
///
/// # Panics
///
/// When `f` has panicked.
pub fn map<T, R, F>(workers: usize, items: Vec<T>, f: F) -> Vec<R>
where
    T: Send,
    R: Send,
    F: Fn(T) -> R + Sync,
{
    // The decisive line: an item never goes without its number. The order of finishing then means nothing.
    let waiting = Mutex::new(items.into_iter().enumerate());
    // A function of its own, so that the lock is released before `f` is called.
    let next = || waiting.lock().unwrap().next();
    let work = || {
        let mut done = Vec::new();
        while let Some((number, item)) = next() {
            done.push((number, f(item)));
        }
        done
    };
    let mut done = thread::scope(|scope| {
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        let mut done = Vec::new();
        for worker in workers {
            // With its own words: the scope alone would only say that some thread has panicked.
            done.extend(worker.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        done
    });
    done.sort_unstable_by_key(|(number, _)| *number);
    done.into_iter().map(|(_, result)| result).collect()
}

// Wrong turns
// - pushing results on one list as they come: the order of finishing (wrong/order_of_finishing.rs is a race).
// - the list divided beforehand: what stands behind a slow item waits (wrong/divided_beforehand.rs is serial).
// - calling `f` in the loop's head, under the lock: one item at a time (wrong/works_under_the_lock.rs is serial).
// - reading the next number and adding one in two steps: two workers get one item (wrong/next_in_two_steps.rs).
// - waiting for as many messages as items: after a panic one never comes (wrong/waits_for_every_message.rs).
