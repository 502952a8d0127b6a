//! verdict: wrong_result
//! Who has no result has no place in the list.

use std::io::Read;
use std::process::{Child, Command, Stdio};
use std::thread::{self, JoinHandle};

struct Worker {
    child: Child,
    reader: JoinHandle<String>,
}

fn start(mut worker: Command) -> Option<Worker> {
    let mut child = worker.stdout(Stdio::piped()).spawn().ok()?;
    let mut pipe = child.stdout.take()?;
    let reader = thread::spawn(move || {
        let mut text = String::new();
        pipe.read_to_string(&mut text).unwrap();
        text
    });
    Some(Worker { child, reader })
}

pub fn finish_by(
    workers: Vec<Command>,
    mut time_left: impl FnMut() -> bool,
) -> Vec<Option<String>> {
    let mut crew: Vec<_> = workers.into_iter().map(start).collect();
    let busy = |worker: &mut Worker| worker.child.try_wait().unwrap().is_none();
    while crew.iter_mut().flatten().any(busy) && time_left() {}
    let result = |mut worker: Worker| {
        worker.child.kill().unwrap();
        let status = worker.child.wait().unwrap();
        let text = worker.reader.join().unwrap();
        status.success().then_some(Some(text))
    };
    crew.into_iter().flatten().filter_map(result).collect()
}
