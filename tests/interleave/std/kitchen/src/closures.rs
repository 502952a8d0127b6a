//! Boxed jobs, trait objects behind `Arc`, `async`, unwinding.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, mpsc};
use std::{panic, thread};

type Job = Box<dyn FnOnce() -> u32 + Send + 'static>;

/// Sends jobs to a thread and runs what it sends back.
///
/// # Errors
/// With a message, if the thread panicked.
pub fn jobs() -> Result<u32, Box<dyn std::error::Error>> {
    let done = Arc::new(Mutex::new(VecDeque::new()));
    let (sender, receiver) = mpsc::channel::<Job>();
    let sending = thread::spawn({
        let done = Arc::clone(&done);
        move || {
            done.lock().unwrap().push_back(1);
            sender.send(Box::new(|| 2)).unwrap();
        }
    });
    let from_jobs: u32 = receiver.into_iter().map(|job| job()).sum();
    sending.join().map_err(|_| "the thread panicked")?;
    let caught = panic::catch_unwind(|| panic!("caught {}", 1)).is_err();
    Ok(from_jobs + done.lock().unwrap().len() as u32 + u32::from(caught))
}

/// Trait objects, slices and strings in an `Arc`: what a model of `Arc` would have to keep.
pub fn shared() -> u32 {
    let call: Arc<dyn Fn() -> u32 + Send + Sync> = Arc::new(|| 1);
    let slice: Arc<[u32]> = Arc::from(vec![1, 2]);
    let text: Arc<str> = "abc".into();
    let object: Arc<Mutex<dyn std::fmt::Debug + Send>> = Arc::new(Mutex::new(3));
    call() + slice.len() as u32 + text.len() as u32 + format!("{object:?}").len() as u32
}

/// `async` is lowered to paths of the real `core`.
pub async fn prepared() -> u32 {
    std::future::ready(1).await
}
