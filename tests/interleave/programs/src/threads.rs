//! Starting threads and waiting for them, with their panics passed on.

use std::panic::resume_unwind;
use std::thread::{self, JoinHandle};

/// Joins a thread. Its panic becomes the caller's, message and all: an `unwrap` here would hide the message that
/// tells one bug from another.
pub(crate) fn join<T>(handle: JoinHandle<T>) -> T {
    handle.join().unwrap_or_else(|panic| resume_unwind(panic))
}

/// Joins threads in the order in which they were started.
pub(crate) fn join_all<T>(handles: Vec<JoinHandle<T>>) -> Vec<T> {
    handles.into_iter().map(join).collect()
}

/// Starts two threads, then joins both.
pub(crate) fn both(first: impl FnOnce() + Send + 'static, second: impl FnOnce() + Send + 'static) {
    let handles = vec![thread::spawn(first), thread::spawn(second)];
    join_all(handles);
}
