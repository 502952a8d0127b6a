//! # Interleave or overlap: one cook with three pots, or three cooks
//!
//! One cook can prepare three dishes at the same time: a step here, a step there, never two hands at two pots. That is
//! concurrency, and it needs no second cook. Three cooks with a pot each work in parallel. Both finish all the dishes, and
//! both look alike from far away. Draw a line for every step, and you see the difference.

use std::sync::Mutex;
use std::thread;

/// Does the steps of all tasks in turn, on this thread. Calls `work(task, step)` for each.
pub fn interleaved(tasks: usize, steps: usize, work: impl Fn(usize, usize)) -> Vec<(usize, usize)> {
    let mut log = Vec::new();
    // Steps outside, tasks inside: the other way round each task would be finished before the next one begins.
    for step in 0..steps {
        for task in 0..tasks {
            work(task, step);
            log.push((task, step));
        }
    }
    log
}

/// Does each task in a thread of its own, all at the same time. Calls `work(task, step)` for each step.
pub fn overlapped(
    tasks: usize,
    steps: usize,
    work: impl Fn(usize, usize) + Sync,
) -> Vec<(usize, usize)> {
    let log = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for task in 0..tasks {
            let (log, work) = (&log, &work);
            scope.spawn(move || {
                for step in 0..steps {
                    // The decisive line: the work is done without the lock, and only written down with it. Under the lock
                    // the threads would take turns, and be one cook in three coats.
                    work(task, step);
                    log.lock().unwrap().push((task, step));
                }
            });
        }
    });
    log.into_inner().unwrap()
}

/// Draws a log of steps: a line for each of the `tasks`, a column for each step.
pub fn timeline(tasks: usize, log: &[(usize, usize)]) -> String {
    let line = |task: usize| -> String {
        let column = |&(done, step): &(usize, usize)| {
            if done == task {
                (step % 10).to_string()
            } else {
                ".".to_string()
            }
        };
        let columns: String = log.iter().map(column).collect();
        format!("task {task} | {columns}\n")
    };
    (0..tasks).map(line).collect()
}

// Wrong turns
// - threads in `interleaved`: two pots are touched at once (wrong/threads_in_turn.rs).
// - one task after the other in `interleaved`: nothing is interleaved (wrong/task_by_task.rs).
// - the work under the lock of the log: threads that take turns (wrong/works_under_the_lock.rs is serial).
// - joining each thread before the next starts (wrong/join_in_loop.rs is serial).
