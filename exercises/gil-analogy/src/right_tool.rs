//! # Right tool: more cooks, more kitchens, or neither
//!
//! A list of dishes is to be made. One cook can make them in turn. More cooks in one kitchen can help: while one waits for
//! the oven, another stands at the stove; but there is one stove. More kitchens have a stove each; but a kitchen must be
//! opened first, and everything must be carried there and back. Which of the three is the fastest depends on the dishes,
//! so the manager plays the evening through on paper before anybody is hired.
//!
//! **In Python** the three are a plain loop, `threading`, and `multiprocessing`: threads of one interpreter share one GIL
//! and do not compute at the same time, processes must be started and the data pickled. In Rust threads compute at the
//! same time, so the choice is easier; what it costs to start and to send stays.
//!
//! **Your task**
//! 1. `ticks`: lay the tasks out for workers, and let `simulate` say how long they take.
//!    - neither: one worker does one task after the other, and nothing has to be started.
//!    - threads: a worker for each task, all in one interpreter. Each computes for its own start first.
//!    - processes: a worker for each core, but not more workers than tasks, each in an interpreter of its own. Each
//!      computes for its start first. Task 0 goes to worker 0, task 1 to worker 1, and so on, around. Before each of its
//!      tasks it computes to send the data.
//! 2. `choose`: the tool that takes the fewest ticks. When two are equally fast, the simpler one: neither before threads,
//!    threads before processes.
//! 3. `explain`: one of these sentences, with the right numbers.
//!
//!    ```text
//!    neither: nothing is faster than 40 ticks in turn
//!    threads: waiting overlaps, 12 ticks for 40 in turn
//!    processes: computing overlaps, 25 ticks for 40 in turn
//!    ```
//!
//! **Leave alone:** the types, the signatures, `simulate`, and the folder `tests/`.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use std::collections::BTreeSet;

/// A task: it computes, then it waits. Times are in ticks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Task {
    /// How long it computes.
    pub compute: u64,
    /// How long it waits for I/O after that.
    pub wait: u64,
    /// How many pieces of data go to another process and back, if one does the task.
    pub data: u64,
}

/// What a machine can do, and what starting and sending costs on it, in ticks of computing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Machine {
    /// How many workers can compute at the same time, at least one.
    pub cores: usize,
    /// To start a thread.
    pub thread: u64,
    /// To start a process with its interpreter.
    pub process: u64,
    /// To send one piece of data to a process and back.
    pub send: u64,
}

/// What does the tasks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// A plain loop: one task after the other.
    Neither,
    /// A thread for each task, in one interpreter.
    Threads,
    /// A process for each core, an interpreter in each.
    Processes,
}

/// What a worker does for some ticks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Needs a core and the Gil of the worker's interpreter.
    Compute(u64),
    /// Needs neither.
    Wait(u64),
}

/// A cook, or a thread: does its steps in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worker {
    /// Whose Gil it needs. Workers of one interpreter never compute in the same tick.
    pub interpreter: usize,
    /// What is left to do.
    pub steps: Vec<Step>,
}

/// How many ticks pass until all workers are done. In each tick another worker is the first to be asked.
pub fn simulate(cores: usize, mut workers: Vec<Worker>) -> u64 {
    for ticks in 0.. {
        for worker in &mut workers {
            let steps = &mut worker.steps;
            steps.retain(|step| !matches!(step, Step::Compute(0) | Step::Wait(0)));
        }
        workers.retain(|worker| !worker.steps.is_empty());
        if workers.is_empty() {
            return ticks;
        }
        let mut held = BTreeSet::new();
        for worker in &mut workers {
            match &mut worker.steps[0] {
                Step::Wait(left) => *left -= 1,
                Step::Compute(left) if held.len() < cores && held.insert(worker.interpreter) => {
                    *left -= 1;
                }
                Step::Compute(_) => {}
            }
        }
        workers.rotate_left(1);
    }
    unreachable!("every tick brings a worker forward")
}

/// How many ticks the tasks take with this tool.
pub fn ticks(machine: &Machine, tasks: &[Task], tool: Tool) -> u64 {
    // TODO 1: which workers are there, and which steps does each of them do?
    todo!("lay {tasks:?} out for {tool:?} and simulate them on {machine:?}")
}

/// The fastest tool for the tasks, and the simplest of those that are equally fast.
pub fn choose(machine: &Machine, tasks: &[Task]) -> Tool {
    // TODO 2
    todo!("choose a tool for {tasks:?} on {machine:?}")
}

/// Why this tool: one sentence with its ticks.
pub fn explain(machine: &Machine, tasks: &[Task]) -> String {
    // TODO 3
    todo!("explain the choice for {tasks:?} on {machine:?}")
}
