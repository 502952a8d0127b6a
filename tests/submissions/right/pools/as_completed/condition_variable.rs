//! One lock for what waits and what is done, and a count of what is still to come.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};

pub type Job<T> = Box<dyn FnOnce() -> T + Send>;
pub type Ended<T> = (usize, thread::Result<T>);

struct State<T> {
    waiting: VecDeque<(usize, Job<T>)>,
    done: VecDeque<Ended<T>>,
    to_come: usize,
}

struct Pass<T> {
    state: Mutex<State<T>>,
    bell: Condvar,
}

pub struct Completed<T> {
    pass: Arc<Pass<T>>,
    workers: Vec<JoinHandle<()>>,
}

pub fn as_completed<T: Send + 'static>(workers: usize, jobs: Vec<Job<T>>) -> Completed<T> {
    let to_come = jobs.len();
    let state = State {
        waiting: jobs.into_iter().enumerate().collect(),
        done: VecDeque::new(),
        to_come,
    };
    let pass = Arc::new(Pass {
        state: Mutex::new(state),
        bell: Condvar::new(),
    });
    let mut threads = Vec::new();
    for _ in 0..workers {
        let pass = Arc::clone(&pass);
        threads.push(thread::spawn(move || {
            let next = || pass.state.lock().unwrap().waiting.pop_front();
            while let Some((number, job)) = next() {
                let ended = catch_unwind(AssertUnwindSafe(job));
                pass.state.lock().unwrap().done.push_back((number, ended));
                pass.bell.notify_one();
            }
        }));
    }
    Completed {
        pass,
        workers: threads,
    }
}

impl<T> Iterator for Completed<T> {
    type Item = Ended<T>;

    fn next(&mut self) -> Option<Ended<T>> {
        let mut state = self.pass.state.lock().unwrap();
        if state.to_come == 0 {
            return None;
        }
        while state.done.is_empty() {
            state = self.pass.bell.wait(state).unwrap();
        }
        state.to_come -= 1;
        state.done.pop_front()
    }
}

impl<T> Drop for Completed<T> {
    fn drop(&mut self) {
        let undone = std::mem::take(&mut self.pass.state.lock().unwrap().waiting);
        drop(undone);
        self.workers
            .drain(..)
            .for_each(|worker| worker.join().unwrap());
    }
}
