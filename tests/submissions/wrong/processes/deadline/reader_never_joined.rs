//! verdict: wrong_result
//! Takes what the reader has found so far, and does not wait for it.

use std::io::Read;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;

struct Worker {
    child: Child,
    text: Arc<Mutex<String>>,
}

fn start(mut worker: Command) -> Option<Worker> {
    let mut child = worker.stdout(Stdio::piped()).spawn().ok()?;
    let mut pipe = child.stdout.take()?;
    let text = Arc::new(Mutex::new(String::new()));
    let found = Arc::clone(&text);
    thread::spawn(move || {
        let mut all = String::new();
        pipe.read_to_string(&mut all).unwrap();
        *found.lock().unwrap() = all;
    });
    Some(Worker { child, text })
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
        let text = worker.text.lock().unwrap().clone();
        status.success().then_some(text)
    };
    crew.into_iter()
        .map(|worker| worker.and_then(result))
        .collect()
}
