//! Each thread returns its own log, and they are put one behind the other.

use std::thread;

pub fn interleaved(tasks: usize, steps: usize, work: impl Fn(usize, usize)) -> Vec<(usize, usize)> {
    let mut log = Vec::new();
    for step in 0..steps {
        for task in 0..tasks {
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
    thread::scope(|scope| {
        let work = &work;
        let threads: Vec<_> = (0..tasks)
            .map(|task| {
                scope.spawn(move || {
                    (0..steps)
                        .inspect(|step| work(task, *step))
                        .map(|step| (task, step))
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        threads
            .into_iter()
            .flat_map(|thread| thread.join().unwrap())
            .collect()
    })
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
