//! Each tool lays out its own workers, in loops; the choice is written as comparisons.

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
    let mut workers = Vec::new();
    match tool {
        Tool::Neither => {
            let mut steps = Vec::new();
            for task in tasks {
                steps.push(Step::Compute(task.compute));
                steps.push(Step::Wait(task.wait));
            }
            workers.push(Worker {
                interpreter: 0,
                steps,
            });
        }
        Tool::Threads => {
            for task in tasks {
                let steps = vec![
                    Step::Compute(machine.thread + task.compute),
                    Step::Wait(task.wait),
                ];
                workers.push(Worker {
                    interpreter: 0,
                    steps,
                });
            }
        }
        Tool::Processes => {
            let count = if tasks.len() < machine.cores {
                tasks.len()
            } else {
                machine.cores
            };
            for interpreter in 0..count {
                workers.push(Worker {
                    interpreter,
                    steps: vec![Step::Compute(machine.process)],
                });
            }
            for (number, task) in tasks.iter().enumerate() {
                let steps = &mut workers[number % count].steps;
                steps.push(Step::Compute(task.data * machine.send));
                steps.push(Step::Compute(task.compute));
                steps.push(Step::Wait(task.wait));
            }
        }
    }
    simulate(machine.cores, workers)
}

pub fn choose(machine: &Machine, tasks: &[Task]) -> Tool {
    let neither = ticks(machine, tasks, Tool::Neither);
    let threads = ticks(machine, tasks, Tool::Threads);
    let processes = ticks(machine, tasks, Tool::Processes);
    if neither <= threads && neither <= processes {
        Tool::Neither
    } else if threads <= processes {
        Tool::Threads
    } else {
        Tool::Processes
    }
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
