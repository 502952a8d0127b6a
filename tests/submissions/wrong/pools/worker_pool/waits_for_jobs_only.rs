//! verdict: leak
//! Counts the jobs that are done, and does not wait for the workers.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

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
    open: usize,
}

pub struct Pool {
    queue: Arc<Queue>,
}

impl Pool {
    pub fn new(workers: usize) -> Pool {
        let queue = Arc::new(Queue::default());
        for _ in 0..workers {
            let queue = Arc::clone(&queue);
            thread::spawn(move || work(&queue));
        }
        Pool { queue }
    }

    pub fn execute(&self, job: impl FnOnce() + Send + 'static) {
        let mut state = self.queue.state.lock().unwrap();
        state.jobs.push_back(Box::new(job));
        state.open += 1;
        drop(state);
        self.queue.changed.notify_one();
    }
}

fn work(queue: &Queue) {
    loop {
        let mut state = queue.state.lock().unwrap();
        while state.jobs.is_empty() && !state.closed {
            state = queue.changed.wait(state).unwrap();
        }
        let Some(job) = state.jobs.pop_front() else {
            break;
        };
        drop(state);
        let _ = catch_unwind(AssertUnwindSafe(job));
        queue.state.lock().unwrap().open -= 1;
        queue.changed.notify_all();
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        let mut state = self.queue.state.lock().unwrap();
        while state.open > 0 {
            state = self.queue.changed.wait(state).unwrap();
        }
        state.closed = true;
        self.queue.changed.notify_all();
    }
}
