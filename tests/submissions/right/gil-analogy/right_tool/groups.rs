//! First who does which tasks, then what they cost; a sum where nothing overlaps.

use std::collections::BTreeSet;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Task {
    pub compute: u64,
    pub wait: u64,
    pub data: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Machine {
    pub cores: usize,
    pub thread: u64,
    pub process: u64,
    pub send: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    Neither,
    Threads,
    Processes,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Compute(u64),
    Wait(u64),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worker {
    pub interpreter: usize,
    pub steps: Vec<Step>,
}

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

pub fn ticks(machine: &Machine, tasks: &[Task], tool: Tool) -> u64 {
    match tool {
        Tool::Neither => tasks.iter().map(|task| task.compute + task.wait).sum(),
        Tool::Threads => {
            let workers = tasks
                .iter()
                .map(|task| worker(0, machine.thread, 0, &[*task]));
            simulate(machine.cores, workers.collect())
        }
        Tool::Processes => {
            let mut groups = vec![Vec::new(); machine.cores.min(tasks.len())];
            for (chosen, task) in (0..groups.len()).cycle().zip(tasks) {
                groups[chosen].push(*task);
            }
            let workers = groups.iter().enumerate();
            let workers =
                workers.map(|(gil, group)| worker(gil, machine.process, machine.send, group));
            simulate(machine.cores, workers.collect())
        }
    }
}

fn worker(interpreter: usize, start: u64, send: u64, tasks: &[Task]) -> Worker {
    let mut steps = vec![Step::Compute(start)];
    for task in tasks {
        steps.extend([
            Step::Compute(task.data * send + task.compute),
            Step::Wait(task.wait),
        ]);
    }
    Worker { interpreter, steps }
}

pub fn choose(machine: &Machine, tasks: &[Task]) -> Tool {
    [Tool::Neither, Tool::Threads, Tool::Processes]
        .into_iter()
        .min_by_key(|tool| ticks(machine, tasks, *tool))
        .expect("there are three")
}

pub fn explain(machine: &Machine, tasks: &[Task]) -> String {
    let tool = choose(machine, tasks);
    let took = ticks(machine, tasks, tool);
    let in_turn = ticks(machine, tasks, Tool::Neither);
    match tool {
        Tool::Neither => format!("neither: nothing is faster than {in_turn} ticks in turn"),
        Tool::Threads => format!("threads: waiting overlaps, {took} ticks for {in_turn} in turn"),
        Tool::Processes => {
            format!("processes: computing overlaps, {took} ticks for {in_turn} in turn")
        }
    }
}
