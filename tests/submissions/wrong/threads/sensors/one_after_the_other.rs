//! verdict: serial
//! One thread reads all sensors, one after the other.

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
        let stop = Arc::new(AtomicBool::new(false));
        let (note, readings) = channel();
        let flag = Arc::clone(&stop);
        let thread = thread::spawn(move || {
            for number in 0..sensors {
                while !flag.load(SeqCst) {
                    match read(number) {
                        Some(reading) => note.send((number, reading)).unwrap(),
                        None => break,
                    }
                }
            }
        });
        Station {
            sensors: vec![thread],
            stop,
            readings,
        }
    }

    pub fn stop(self) -> Vec<(usize, u32)> {
        self.stop.store(true, SeqCst);
        for sensor in self.sensors {
            sensor.join().unwrap();
        }
        self.readings.iter().collect()
    }
}
