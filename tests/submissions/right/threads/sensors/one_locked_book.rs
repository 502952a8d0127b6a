//! One book behind a lock, with the flag in it.

use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

#[derive(Default)]
struct Book {
    closed: bool,
    readings: Vec<(usize, u32)>,
}

pub struct Station {
    book: Arc<Mutex<Book>>,
    sensors: Vec<JoinHandle<()>>,
}

impl Station {
    pub fn start(
        sensors: usize,
        read: impl Fn(usize) -> Option<u32> + Send + Sync + 'static,
    ) -> Station {
        let book = Arc::new(Mutex::new(Book::default()));
        let read = Arc::new(read);
        let mut threads = Vec::new();
        for number in 0..sensors {
            let (book, read) = (Arc::clone(&book), Arc::clone(&read));
            threads.push(thread::spawn(move || {
                while !book.lock().unwrap().closed {
                    match read(number) {
                        Some(reading) => book.lock().unwrap().readings.push((number, reading)),
                        None => break,
                    }
                }
            }));
        }
        Station {
            book,
            sensors: threads,
        }
    }

    pub fn stop(self) -> Vec<(usize, u32)> {
        self.book.lock().unwrap().closed = true;
        for sensor in self.sensors {
            sensor.join().unwrap();
        }
        std::mem::take(&mut self.book.lock().unwrap().readings)
    }
}
