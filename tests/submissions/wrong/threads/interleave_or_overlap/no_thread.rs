//! verdict: serial
//! One loop for both.

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
    interleaved(tasks, steps, work)
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
