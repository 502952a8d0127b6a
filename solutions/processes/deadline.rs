//! # Deadline: what is not ready by eight is not served
//!
//! Several kitchens cook for one banquet. At eight the doors open. What is ready by then is served. A kitchen that is not
//! ready is closed, whatever stands on its stove: somebody goes there, puts out the fire, and locks the door. To shout
//! "stop" from afar is not enough, and nobody else loses a dish because one was late.

use std::io::{self, Read};
use std::process::{Child, Command, Stdio};
use std::thread::{self, JoinHandle};

/// A process at work, and the thread that reads what it writes.
struct Worker {
    child: Child,
    /// Somebody must read while the worker runs: at a full pipe it would wait, and be late through no fault of its own.
    reader: JoinHandle<io::Result<String>>,
}

/// Runs all `workers` at the same time, for as long as `time_left` says so. Returns what was ready by then.
pub fn finish_by(
    workers: Vec<Command>,
    mut time_left: impl FnMut() -> bool,
) -> Vec<Option<String>> {
    let mut crew: Vec<Option<Worker>> = workers.into_iter().map(start).collect();
    while crew.iter_mut().flatten().any(is_at_work) && time_left() {}
    // First all are killed and then all are waited for, so that no late one gains time from another.
    for worker in crew.iter_mut().flatten() {
        // Who has ended already does not mind.
        let _ = worker.child.kill();
    }
    crew.into_iter().map(|worker| result(worker?)).collect()
}

fn start(mut worker: Command) -> Option<Worker> {
    worker.stdin(Stdio::null()).stdout(Stdio::piped());
    let mut child = worker.spawn().ok()?;
    let mut output = child.stdout.take()?;
    let reader = thread::spawn(move || {
        let mut text = String::new();
        output.read_to_string(&mut text).map(|_| text)
    });
    Some(Worker { child, reader })
}

/// `try_wait` asks and does not wait.
fn is_at_work(worker: &mut Worker) -> bool {
    matches!(worker.child.try_wait(), Ok(None))
}

fn result(mut worker: Worker) -> Option<String> {
    // The decisive line: killed is not gone. Until somebody waits for it, the system keeps a zombie with its status.
    let status = worker.child.wait();
    let text = worker.reader.join();
    // The status decides, not the clock: who was killed has no success.
    if status.ok()?.success() {
        text.ok()?.ok()
    } else {
        None
    }
}

// Wrong turns
// - kill and forget: a zombie for each late worker (wrong/kill_without_wait.rs leaks).
// - drop the late ones: nobody kills them (wrong/drops_the_late.rs leaks).
// - `wait_with_output` for each: who never ends is waited for without end (wrong/waits_for_all.rs).
// - look first, read later: at a full pipe a worker never ends (wrong/reads_when_it_has_ended.rs).
// - all or nothing: one is late, and every dish is thrown away (wrong/forgets_the_results.rs).
// - take what the reader has so far: it may not have come to the end (wrong/reader_never_joined.rs).
