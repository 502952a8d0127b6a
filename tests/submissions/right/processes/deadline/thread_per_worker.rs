//! A thread for each worker reads and waits; the children stay where they can be killed.

use std::io::Read;
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;

pub fn finish_by(
    workers: Vec<Command>,
    mut time_left: impl FnMut() -> bool,
) -> Vec<Option<String>> {
    let mut children = Vec::new();
    let mut pipes = Vec::new();
    for mut worker in workers {
        match worker.stdout(Stdio::piped()).spawn() {
            Ok(mut child) => {
                pipes.push(child.stdout.take());
                children.push(Some(child));
            }
            Err(_) => {
                pipes.push(None);
                children.push(None);
            }
        }
    }
    let children: Vec<Mutex<Option<Child>>> = children.into_iter().map(Mutex::new).collect();
    let at_work = AtomicUsize::new(pipes.iter().flatten().count());
    thread::scope(|scope| {
        let threads: Vec<_> = pipes
            .into_iter()
            .zip(&children)
            .map(|(pipe, child)| {
                let at_work = &at_work;
                scope.spawn(move || {
                    let mut text = String::new();
                    pipe?.read_to_string(&mut text).unwrap();
                    // Its output is closed, so it ends now, or was killed.
                    let status = child.lock().unwrap().as_mut()?.wait().unwrap();
                    at_work.fetch_sub(1, SeqCst);
                    status.success().then_some(text)
                })
            })
            .collect();
        while at_work.load(SeqCst) > 0 && time_left() {}
        if at_work.load(SeqCst) > 0 {
            for child in &children {
                if let Some(child) = child.lock().unwrap().as_mut() {
                    let _ = child.kill();
                }
            }
        }
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect()
    })
}
