//! verdict: race
//! Takes what has come so far, then waits for the rest and throws it away.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::mpsc::{Receiver, channel};
use std::thread::{self, JoinHandle};

pub struct Station {
    sensors: Vec<JoinHandle<()>>,
    stop: Arc<AtomicBool>,
    readings: Receiver<(usize, u32)>,
}

impl Station {
    pub fn start(
        sensors: usize,
        read: impl Fn(usize) -> Option<u32> + Send + Sync + 'static,
    ) -> Station {
        let (read, stop) = (Arc::new(read), Arc::new(AtomicBool::new(false)));
        let (note, readings) = channel();
        let sensors = (0..sensors)
            .map(|number| {
                let (read, stop, note) = (Arc::clone(&read), Arc::clone(&stop), note.clone());
                thread::spawn(move || {
                    while !stop.load(SeqCst) {
                        match read(number) {
                            Some(reading) => note.send((number, reading)).unwrap(),
                            None => return,
                        }
                    }
                })
            })
            .collect();
        Station {
            sensors,
            stop,
            readings,
        }
    }

    pub fn stop(self) -> Vec<(usize, u32)> {
        self.stop.store(true, SeqCst);
        let book = self.readings.try_iter().collect();
        for sensor in self.sensors {
            sensor.join().unwrap();
        }
        book
    }
}
