//! verdict: race
//! A closed queue ends the worker, although jobs still wait in it.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};

pub type Job = Box<dyn FnOnce() + Send>;

#[derive(Default)]
struct Queue {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    jobs: VecDeque<Job>,
    closed: bool,
}

pub struct Pool {
    queue: Arc<Queue>,
    workers: Vec<JoinHandle<()>>,
}

impl Pool {
    pub fn new(workers: usize) -> Pool {
        let queue = Arc::new(Queue::default());
        let start = |_| {
            let queue = Arc::clone(&queue);
            thread::spawn(move || work(&queue))
        };
        let workers = (0..workers).map(start).collect();
        Pool { queue, workers }
    }

    pub fn execute(&self, job: impl FnOnce() + Send + 'static) {
        self.queue
            .state
            .lock()
            .unwrap()
            .jobs
            .push_back(Box::new(job));
        self.queue.changed.notify_one();
    }
}

fn work(queue: &Queue) {
    loop {
        let mut state = queue.state.lock().unwrap();
        while state.jobs.is_empty() && !state.closed {
            state = queue.changed.wait(state).unwrap();
        }
        if state.closed {
            break;
        }
        let job = state.jobs.pop_front().unwrap();
        drop(state);
        let _ = catch_unwind(AssertUnwindSafe(job));
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        self.queue.state.lock().unwrap().closed = true;
        self.queue.changed.notify_all();
        for worker in self.workers.drain(..) {
            let _ = worker.join();
        }
    }
}
