//! # Interleave or overlap: one cook with three pots, or three cooks
//!
//! One cook can prepare three dishes at the same time: a step here, a step there, never two hands at two pots. That is
//! concurrency, and it needs no second cook. Three cooks with a pot each work in parallel. Both finish all the dishes, and
//! both look alike from far away. Draw a line for every step, and you see the difference.
//!
//! **In Python** the first is what `asyncio` does, and what threads do under the GIL: they take turns. The second needs
//! `multiprocessing`. In Rust threads overlap by themselves. Taking turns is what you must write.
//!
//! **Your task**
//! 1. `interleaved`: on the calling thread, step 0 of every task in turn, then step 1 of every task, and so on. Returns the
//!    steps `(task, step)` in the order in which they were done.
//! 2. `overlapped`: a thread for each task, all at work at the same time, each doing its own steps in order. Returns all
//!    the steps, the steps of each task in their order.
//! 3. `timeline`: one line for each task, one column for each step of the log. A step is its last digit; a column that
//!    belongs to another task is a dot. For two tasks and the log (0,0) (1,0) (0,1):
//!
//!    ```text
//!    task 0 | 0.1
//!    task 1 | .0.
//!    ```
//!
//! **Leave alone:** the signatures, and the folder `tests/`.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

/// Does the steps of all tasks in turn, on this thread. Calls `work(task, step)` for each.
pub fn interleaved(tasks: usize, steps: usize, work: impl Fn(usize, usize)) -> Vec<(usize, usize)> {
    // TODO 1: which of the two loops is the outer one?
    let _ = work;
    todo!("{tasks} tasks of {steps} steps in turn")
}

/// Does each task in a thread of its own, all at the same time. Calls `work(task, step)` for each step.
pub fn overlapped(
    tasks: usize,
    steps: usize,
    work: impl Fn(usize, usize) + Sync,
) -> Vec<(usize, usize)> {
    // TODO 2: where do the threads write down what they have done?
    let _ = work;
    todo!("{tasks} tasks of {steps} steps at the same time")
}

/// Draws a log of steps: a line for each of the `tasks`, a column for each step.
pub fn timeline(tasks: usize, log: &[(usize, usize)]) -> String {
    // TODO 3
    todo!("draw {tasks} lines of {} columns", log.len())
}
