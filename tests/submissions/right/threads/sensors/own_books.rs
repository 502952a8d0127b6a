//! Each sensor keeps its own book and gives it back at the end.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::thread::{self, JoinHandle};

type Book = Vec<(usize, u32)>;

pub struct Station {
    stop: Arc<AtomicBool>,
    sensors: Vec<JoinHandle<Book>>,
}

impl Station {
    pub fn start(
        sensors: usize,
        read: impl Fn(usize) -> Option<u32> + Send + Sync + 'static,
    ) -> Station {
        let stop = Arc::new(AtomicBool::new(false));
        let read = Arc::new(read);
        let spawn = |number| {
            let (stop, read) = (stop.clone(), read.clone());
            thread::spawn(move || {
                let mut book = Vec::new();
                while !stop.load(Relaxed) {
                    let Some(reading) = read(number) else {
                        break;
                    };
                    book.push((number, reading));
                }
                book
            })
        };
        let sensors = (0..sensors).map(spawn).collect();
        Station { stop, sensors }
    }

    pub fn stop(self) -> Vec<(usize, u32)> {
        self.stop.store(true, Relaxed);
        self.sensors
            .into_iter()
            .flat_map(|sensor| sensor.join().unwrap())
            .collect()
    }
}
