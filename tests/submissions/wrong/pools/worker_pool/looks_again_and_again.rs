//! verdict: livelock
//! A worker without a job asks for one again and again.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

pub type Job = Box<dyn FnOnce() + Send>;

#[derive(Default)]
struct Queue {
    state: Mutex<State>,
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
    }
}

fn work(queue: &Queue) {
    loop {
        let mut state = queue.state.lock().unwrap();
        let Some(job) = state.jobs.pop_front() else {
            if state.closed {
                break;
            }
            drop(state);
            thread::yield_now();
            continue;
        };
        drop(state);
        let _ = catch_unwind(AssertUnwindSafe(job));
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        self.queue.state.lock().unwrap().closed = true;
        for worker in self.workers.drain(..) {
            let _ = worker.join();
        }
    }
}
