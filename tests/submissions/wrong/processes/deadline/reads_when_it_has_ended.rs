//! verdict: timed_out
//! Nobody reads while a worker runs: at a full pipe it never ends.

use std::process::{Child, Command, Stdio};

pub fn finish_by(
    workers: Vec<Command>,
    mut time_left: impl FnMut() -> bool,
) -> Vec<Option<String>> {
    let mut crew: Vec<Option<Child>> = workers
        .into_iter()
        .map(|mut worker| worker.stdout(Stdio::piped()).spawn().ok())
        .collect();
    let busy = |child: &mut Child| child.try_wait().unwrap().is_none();
    while crew.iter_mut().flatten().any(busy) && time_left() {}
    let result = |mut child: Child| {
        child.kill().unwrap();
        let output = child.wait_with_output().unwrap();
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        output.status.success().then_some(text)
    };
    crew.into_iter()
        .map(|child| child.and_then(result))
        .collect()
}
