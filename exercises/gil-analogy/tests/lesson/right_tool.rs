//! `right_tool`: threads, processes or neither, by playing all three through.

use crate::simulator::{Costs, by_hand};
use gil_analogy::right_tool::{Machine, Task, Tool, choose, explain, ticks};
use harness::prelude::*;

const TOOLS: [Tool; 3] = [Tool::Neither, Tool::Threads, Tool::Processes];

#[test]
#[claim(value)]
fn one_worker_does_one_task_after_the_other() {
    let ticks: fn(&Machine, &[Task], Tool) -> u64 = ticks;
    let mut random = random();
    let tasks: Vec<Task> = (0..5).map(|_| any_task(&mut random)).collect();
    let asked: u64 = tasks.iter().map(|task| task.compute + task.wait).sum();
    let found = ticks(&any_machine(&mut random), &tasks, Tool::Neither);
    expect!(
        found == asked,
        WrongResult,
        "with neither threads nor processes the computing and waiting of {} adds up to {asked} ticks; yours is {found}",
        listed(&tasks)
    );
}

#[test]
#[claim(value)]
fn threads_wait_at_the_same_time() {
    let mut random = random();
    let wait = random.u64(20..60);
    let found = ticks(&machine(4, 1, 9, 0), &[task(0, wait, 0); 5], Tool::Threads);
    let asked = 5 + wait;
    expect!(
        found == asked,
        WrongResult,
        "5 threads start in 1 tick each, under one Gil, and wait for {wait} ticks at the same time: {asked} in all; \
         yours is {found}"
    );
}

#[test]
#[claim(value)]
fn threads_compute_one_at_a_time() {
    let mut random = random();
    let compute = random.u64(20..60);
    let found = ticks(
        &machine(4, 2, 9, 0),
        &[task(compute, 0, 0); 4],
        Tool::Threads,
    );
    let asked = 4 * (2 + compute);
    expect!(
        found == asked,
        WrongResult,
        "4 threads start in 2 ticks and compute for {compute}, all under one Gil: {asked} in all; yours is {found}"
    );
}

#[test]
#[claim(value)]
fn processes_start_send_and_compute_at_the_same_time() {
    let mut random = random();
    let compute = random.u64(20..60);
    let found = ticks(
        &machine(3, 1, 9, 2),
        &[task(compute, 0, 5); 6],
        Tool::Processes,
    );
    let asked = 9 + 2 * (2 * 5 + compute);
    expect!(
        found == asked,
        WrongResult,
        "3 processes start in 9 ticks. Each sends 5 pieces for 2 ticks each and computes for {compute}, twice: {asked} in \
         all; yours is {found}"
    );
}

#[test]
#[claim(value)]
fn there_are_not_more_processes_than_tasks_or_cores() {
    let tasks = [task(10, 0, 0), task(20, 0, 0), task(30, 0, 0)];
    for (cores, asked) in [(1, 5 + 60), (2, 5 + 40), (3, 5 + 30), (8, 5 + 30)] {
        let found = ticks(&machine(cores, 1, 5, 1), &tasks, Tool::Processes);
        expect!(
            found == asked,
            WrongResult,
            "tasks of 10, 20 and 30 ticks on {cores} cores, and 5 to start a process: {asked} in all; yours is {found}"
        );
    }
    let found = ticks(&machine(3, 1, 5, 1), &[], Tool::Processes);
    expect!(
        found == 0,
        WrongResult,
        "there is no task, so no process is started and nothing takes any time; yours is {found}"
    );
}

#[test]
#[claim(value)]
fn any_mix_takes_as_long_as_the_simulator_says() {
    let mut random = random();
    for _ in 0..100 {
        let (machine, tasks) = any_evening(&mut random);
        for tool in TOOLS {
            let (found, asked) = (ticks(&machine, &tasks, tool), hand(&machine, &tasks, tool));
            expect!(
                found == asked,
                WrongResult,
                "{tool:?} on {machine:?} should take {asked} ticks and yours is {found}, for {}",
                listed(&tasks)
            );
        }
    }
}

#[test]
#[claim(value)]
fn the_usual_evenings_have_the_usual_tools() {
    let evenings = [
        ("8 downloads", 4, task(1, 50, 1), 8, Tool::Threads),
        ("8 pictures", 4, task(50, 0, 1), 8, Tool::Processes),
        (
            "8 pictures, and one core",
            1,
            task(50, 0, 1),
            8,
            Tool::Neither,
        ),
        ("8 small sums", 4, task(2, 0, 1), 8, Tool::Neither),
        (
            "8 pictures that are large to send",
            4,
            task(50, 0, 80),
            8,
            Tool::Neither,
        ),
        ("1 long download", 4, task(1, 50, 1), 1, Tool::Neither),
        ("2 long sums", 2, task(90, 0, 1), 2, Tool::Processes),
        ("200 small sums", 4, task(1, 0, 8), 200, Tool::Neither),
    ];
    for (what, cores, task, number, asked) in evenings {
        let tasks = vec![task; number];
        judge(what, &machine(cores, 1, 20, 2), &tasks, asked);
    }
}

#[test]
#[claim(value)]
fn any_mix_gets_its_fastest_tool() {
    let mut random = random();
    let mut left = [5; 3];
    while left != [0; 3] {
        let (machine, tasks) = any_evening(&mut random);
        let mut order = [0, 1, 2];
        order.sort_by_key(|tool| hand(&machine, &tasks, TOOLS[*tool]));
        let [best, next] = [order[0], order[1]].map(|tool| hand(&machine, &tasks, TOOLS[tool]));
        // A tenth apart: no question of a tick.
        if left[order[0]] > 0 && next * 10 > best * 11 {
            left[order[0]] -= 1;
            judge("an evening", &machine, &tasks, TOOLS[order[0]]);
        }
    }
}

#[test]
#[claim(value)]
fn of_equally_fast_tools_the_simplest_is_taken() {
    let free = machine(4, 0, 0, 0);
    judge("nothing to do", &free, &[], Tool::Neither);
    let one = [task(9, 9, 1)];
    judge("one task, and all else is free", &free, &one, Tool::Neither);
    let waits = [task(0, 9, 1), task(0, 9, 1)];
    judge(
        "2 waits, and all else is free",
        &free,
        &waits,
        Tool::Threads,
    );
}

#[test]
#[claim(snapshot)]
fn the_choice_is_explained_in_one_sentence() {
    let machine = machine(4, 1, 20, 2);
    let report: String = [
        vec![task(1, 50, 1); 8],
        vec![task(50, 0, 1); 8],
        vec![task(2, 0, 1); 8],
        vec![
            task(30, 40, 0),
            task(5, 60, 2),
            task(45, 0, 1),
            task(20, 20, 4),
        ],
    ]
    .iter()
    .map(|tasks| explain(&machine, tasks) + "\n")
    .collect();
    assert_snapshot!(report, @"
    threads: waiting overlaps, 66 ticks for 408 in turn
    processes: computing overlaps, 124 ticks for 400 in turn
    neither: nothing is faster than 16 ticks in turn
    processes: computing overlaps, 90 ticks for 220 in turn
    ");
}

#[test]
#[claim(value)]
fn the_sentence_has_the_numbers_of_its_evening() {
    let mut random = random();
    for _ in 0..30 {
        let (machine, tasks) = any_evening(&mut random);
        let [neither, threads, processes] = TOOLS.map(|tool| hand(&machine, &tasks, tool));
        let asked = if neither <= threads.min(processes) {
            format!("neither: nothing is faster than {neither} ticks in turn")
        } else if threads <= processes {
            format!("threads: waiting overlaps, {threads} ticks for {neither} in turn")
        } else {
            format!("processes: computing overlaps, {processes} ticks for {neither} in turn")
        };
        let found = explain(&machine, &tasks);
        expect!(
            found == asked,
            WrongResult,
            "asked for is {asked:?}, and yours is {found:?}.\n{machine:?}\n{}",
            listed(&tasks)
        );
    }
}

fn judge(what: &str, machine: &Machine, tasks: &[Task], asked: Tool) {
    let choose: fn(&Machine, &[Task]) -> Tool = choose;
    let found = choose(machine, tasks);
    let [neither, threads, processes] = TOOLS.map(|tool| hand(machine, tasks, tool));
    expect!(
        found == asked,
        WrongResult,
        "{what}: neither takes {neither} ticks, threads {threads}, processes {processes}. Asked for is {asked:?}, and \
         yours is {found:?}.\n{machine:?}\n{}",
        listed(tasks)
    );
}

fn hand(machine: &Machine, tasks: &[Task], tool: Tool) -> u64 {
    let costs = match tool {
        Tool::Neither => Costs::default(),
        Tool::Threads => Costs {
            workers: tasks.len(),
            start: machine.thread,
            ..Costs::default()
        },
        Tool::Processes => Costs {
            workers: machine.cores.min(tasks.len()),
            own_gils: true,
            start: machine.process,
            send: machine.send,
        },
    };
    let tasks: Vec<_> = tasks
        .iter()
        .map(|task| (task.compute, task.wait, task.data))
        .collect();
    by_hand(machine.cores, costs, &tasks)
}

fn any_evening(random: &mut fastrand::Rng) -> (Machine, Vec<Task>) {
    let tasks = random.usize(1..12);
    let machine = any_machine(random);
    (machine, (0..tasks).map(|_| any_task(random)).collect())
}

fn any_machine(random: &mut fastrand::Rng) -> Machine {
    machine(
        random.usize(1..6),
        random.u64(0..4),
        random.u64(5..60),
        random.u64(0..5),
    )
}

fn any_task(random: &mut fastrand::Rng) -> Task {
    let (most_compute, most_wait) = *random.choice(&[(60, 1), (4, 60), (30, 30)]).unwrap();
    task(
        random.u64(1..=most_compute),
        random.u64(0..=most_wait),
        random.u64(0..10),
    )
}

fn machine(cores: usize, thread: u64, process: u64, send: u64) -> Machine {
    Machine {
        cores,
        thread,
        process,
        send,
    }
}

fn task(compute: u64, wait: u64, data: u64) -> Task {
    Task {
        compute,
        wait,
        data,
    }
}

fn listed(tasks: &[Task]) -> String {
    let words = |task: &Task| {
        let [compute, wait, data] = [task.compute, task.wait, task.data];
        format!("\n  computes {compute}, waits {wait}, data {data}")
    };
    match tasks {
        [first, .., last] if tasks.iter().all(|task| task == last) => {
            format!("{} tasks, and each of them{}", tasks.len(), words(first))
        }
        _ => format!(
            "{} tasks:{}",
            tasks.len(),
            tasks.iter().map(words).collect::<String>()
        ),
    }
}
