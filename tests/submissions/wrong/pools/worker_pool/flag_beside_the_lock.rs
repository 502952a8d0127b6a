//! verdict: deadlock
//! The word that the queue is closed stands beside the lock: it comes between a look and the sleep after it.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};

pub type Job = Box<dyn FnOnce() + Send>;

#[derive(Default)]
struct Queue {
    state: Mutex<State>,
    closed: AtomicBool,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    jobs: VecDeque<Job>,
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
        while state.jobs.is_empty() && !queue.closed.load(SeqCst) {
            state = queue.changed.wait(state).unwrap();
        }
        let Some(job) = state.jobs.pop_front() else {
            break;
        };
        drop(state);
        let _ = catch_unwind(AssertUnwindSafe(job));
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        self.queue.closed.store(true, SeqCst);
        self.queue.changed.notify_all();
        for worker in self.workers.drain(..) {
            let _ = worker.join();
        }
    }
}
