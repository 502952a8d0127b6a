//! verdict: wrong_result
//! Finishes each task before the next one begins.

use std::sync::Mutex;
use std::thread;

pub fn interleaved(tasks: usize, steps: usize, work: impl Fn(usize, usize)) -> Vec<(usize, usize)> {
    let mut log = Vec::new();
    for task in 0..tasks {
        for step in 0..steps {
            work(task, step);
            log.push((task, step));
        }
    }
    log
}

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
                    work(task, step);
                    log.lock().unwrap().push((task, step));
                }
            });
        }
    });
    log.into_inner().unwrap()
}

pub fn timeline(tasks: usize, log: &[(usize, usize)]) -> String {
    let mut picture = String::new();
    for task in 0..tasks {
        picture += &format!("task {task} | ");
        for (done, step) in log {
            picture += &if *done == task {
                (step % 10).to_string()
            } else {
                ".".into()
            };
        }
        picture.push('\n');
    }
    picture
}
