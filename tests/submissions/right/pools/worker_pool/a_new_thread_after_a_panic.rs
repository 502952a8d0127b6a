//! A worker whose job panics ends, and starts a new one in its place, which it waits for.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};

pub type Job = Box<dyn FnOnce() + Send>;

#[derive(Default)]
struct Queue {
    state: Mutex<(VecDeque<Job>, bool)>,
    changed: Condvar,
}

pub struct Pool {
    queue: Arc<Queue>,
    workers: Vec<JoinHandle<()>>,
}

impl Pool {
    pub fn new(workers: usize) -> Pool {
        let queue = Arc::new(Queue::default());
        let workers = (0..workers).map(|_| start(Arc::clone(&queue))).collect();
        Pool { queue, workers }
    }

    pub fn execute(&self, job: impl FnOnce() + Send + 'static) {
        let mut state = self.queue.state.lock().unwrap();
        state.0.push_back(Box::new(job));
        self.queue.changed.notify_one();
    }
}

fn start(queue: Arc<Queue>) -> JoinHandle<()> {
    thread::spawn(move || {
        let mut successor = Successor(queue);
        while let Some(job) = next(&mut successor.0) {
            job();
        }
    })
}

fn next(queue: &mut Arc<Queue>) -> Option<Job> {
    let state = queue.state.lock().unwrap();
    let wait = queue
        .changed
        .wait_while(state, |state| state.0.is_empty() && !state.1);
    wait.unwrap().0.pop_front()
}

/// Dropped by a panic, it works on in a new thread.
struct Successor(Arc<Queue>);

impl Drop for Successor {
    fn drop(&mut self) {
        if thread::panicking() {
            let _ = start(Arc::clone(&self.0)).join();
        }
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        self.queue.state.lock().unwrap().1 = true;
        self.queue.changed.notify_all();
        for worker in self.workers.drain(..) {
            let _ = worker.join();
        }
    }
}
