//! One loop and a division; a channel for the log; the picture column by column.

use std::thread;

pub fn interleaved(tasks: usize, steps: usize, work: impl Fn(usize, usize)) -> Vec<(usize, usize)> {
    (0..tasks * steps)
        .map(|at| (at % tasks, at / tasks))
        .inspect(|&(task, step)| work(task, step))
        .collect()
}

pub fn overlapped(
    tasks: usize,
    steps: usize,
    work: impl Fn(usize, usize) + Sync,
) -> Vec<(usize, usize)> {
    let (note, log) = std::sync::mpsc::channel();
    thread::scope(|scope| {
        for task in 0..tasks {
            let (note, work) = (note.clone(), &work);
            scope.spawn(move || {
                for step in 0..steps {
                    work(task, step);
                    note.send((task, step)).unwrap();
                }
            });
        }
    });
    drop(note);
    log.iter().collect()
}

pub fn timeline(tasks: usize, log: &[(usize, usize)]) -> String {
    let mut lines: Vec<String> = (0..tasks).map(|task| format!("task {task} | ")).collect();
    for &(done, step) in log {
        for (task, line) in lines.iter_mut().enumerate() {
            line.push(match char::from_digit(step as u32 % 10, 10) {
                Some(digit) if task == done => digit,
                _ => '.',
            });
        }
    }
    lines.iter().map(|line| line.clone() + "\n").collect()
}
