//! # Right tool: more cooks, more kitchens, or neither
//!
//! A list of dishes is to be made. One cook can make them in turn. More cooks in one kitchen can help: while one waits for
//! the oven, another stands at the stove; but there is one stove. More kitchens have a stove each; but a kitchen must be
//! opened first, and everything must be carried there and back. Which of the three is the fastest depends on the dishes,
//! so the manager plays the evening through on paper before anybody is hired.

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
    simulate(machine.cores, lay_out(machine, tasks, tool))
}

/// The workers, and what each of them does.
fn lay_out(machine: &Machine, tasks: &[Task], tool: Tool) -> Vec<Worker> {
    // Interpreters differ only for processes: that is the whole difference between them and threads. What it costs
    // to start and to send is computed by somebody, so it stands among the steps.
    let (workers, interpreters, start, send) = match tool {
        Tool::Neither => (1, 1, 0, 0),
        Tool::Threads => (tasks.len(), 1, machine.thread, 0),
        Tool::Processes => {
            let workers = machine.cores.min(tasks.len());
            (workers, workers, machine.process, machine.send)
        }
    };
    let worker = |number| Worker {
        interpreter: number % interpreters,
        steps: std::iter::once(Step::Compute(start))
            .chain(tasks.iter().skip(number).step_by(workers).flat_map(|task| {
                let (send, compute) = (Step::Compute(task.data * send), task.compute);
                [send, Step::Compute(compute), Step::Wait(task.wait)]
            }))
            .collect(),
    };
    (0..workers).map(worker).collect()
}

/// The fastest tool for the tasks, and the simplest of those that are equally fast.
pub fn choose(machine: &Machine, tasks: &[Task]) -> Tool {
    // The decisive line: all three are played through. Any rule of thumb ("waiting means threads") is wrong for some
    // machine. `min_by_key` keeps the first of equals.
    [Tool::Neither, Tool::Threads, Tool::Processes]
        .into_iter()
        .min_by_key(|tool| ticks(machine, tasks, *tool))
        .expect("there are three")
}

/// Why this tool: one sentence with its ticks.
pub fn explain(machine: &Machine, tasks: &[Task]) -> String {
    let tool = choose(machine, tasks);
    let took = ticks(machine, tasks, tool);
    let in_turn = ticks(machine, tasks, Tool::Neither);
    match tool {
        Tool::Neither => format!("neither: nothing is faster than {in_turn} ticks in turn"),
        // Under one Gil no computing overlaps, so whatever threads gain they gain by waiting at the same time.
        Tool::Threads => format!("threads: waiting overlaps, {took} ticks for {in_turn} in turn"),
        Tool::Processes => {
            format!("processes: computing overlaps, {took} ticks for {in_turn} in turn")
        }
    }
}

// Wrong turns
// - always threads: they do nothing for computing (wrong/always_threads.rs).
// - always processes: to start them may cost more than there is to do (wrong/always_processes.rs).
// - a start that is free, data that is sent for nothing (wrong/starts_for_nothing.rs, wrong/sends_for_nothing.rs).
// - many tasks, so processes; few, so none (wrong/by_number.rs): what matters is what the tasks do.
// - a Gil for each thread: then threads always win, as they do in Rust (wrong/gil_for_each_thread.rs).
