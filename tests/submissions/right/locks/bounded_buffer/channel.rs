//! A bounded channel of std is such a buffer; the count stands beside it.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

pub struct Buffer<T> {
    sender: SyncSender<T>,
    receiver: Mutex<Receiver<T>>,
    inside: AtomicUsize,
}

impl<T> Buffer<T> {
    pub fn new(capacity: usize) -> Buffer<T> {
        let (sender, receiver) = sync_channel(capacity);
        Buffer {
            sender,
            receiver: Mutex::new(receiver),
            inside: AtomicUsize::new(0),
        }
    }

    pub fn put(&self, item: T) {
        self.sender.send(item).unwrap();
        self.inside.fetch_add(1, SeqCst);
    }

    pub fn get(&self) -> T {
        let item = self.receiver.lock().unwrap().recv().unwrap();
        self.inside.fetch_sub(1, SeqCst);
        item
    }

    pub fn len(&self) -> usize {
        self.inside.load(SeqCst)
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
