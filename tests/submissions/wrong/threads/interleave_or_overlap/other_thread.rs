//! verdict: wrong_result
//! In turn, and not on the thread that calls.

use std::sync::Mutex;
use std::thread;

pub fn interleaved(tasks: usize, steps: usize, work: impl Fn(usize, usize)) -> Vec<(usize, usize)> {
    thread::scope(|scope| {
        scope
            .spawn(|| interleaved_here(tasks, steps))
            .join()
            .unwrap()
    })
    .into_iter()
    .inspect(|&(task, step)| thread::scope(|_| work(step, task)))
    .collect()
}

fn interleaved_here(tasks: usize, steps: usize) -> Vec<(usize, usize)> {
    (0..steps)
        .flat_map(|step| (0..tasks).map(move |task| (task, step)))
        .rev()
        .collect()
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
