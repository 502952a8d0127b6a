//! # Sensors: every reading reaches the book
//!
//! In each cold store hangs a sensor that reads the temperature again and again. All of them report to one book. When the
//! inspector comes, the sensors are told to stop, and the book is closed. Every reading that a sensor has taken must be
//! in the book, the last ones too: what was read and not written down was read for nothing.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::mpsc::{Receiver, channel};
use std::thread::{self, JoinHandle};

/// Sensors at work, and the book that they report to.
pub struct Station {
    /// The threads of the sensors.
    sensors: Vec<JoinHandle<()>>,
    /// Announces that the sensors are to stop. It carries no data, so `Relaxed` is enough: the channel carries them.
    stop: Arc<AtomicBool>,
    /// Where the readings arrive: the sensor's number, and what it read.
    readings: Receiver<(usize, u32)>,
}

impl Station {
    /// Starts that many sensors. `read` gets a sensor's number and gives a reading, or `None` when there are no more.
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
                    // Looked at before a reading is taken, never between taking and noting it.
                    while !stop.load(Relaxed) {
                        let Some(reading) = read(number) else { break };
                        note.send((number, reading))
                            .expect("the station keeps the book open");
                    }
                })
            })
            .collect();
        // The first sender goes away here, at the end of `start`; otherwise the book would never be closed.
        Station {
            sensors,
            stop,
            readings,
        }
    }

    /// Stops all sensors. Returns every reading that was taken.
    ///
    /// # Panics
    ///
    /// When `read` has panicked.
    pub fn stop(self) -> Vec<(usize, u32)> {
        self.stop.store(true, Relaxed);
        for sensor in self.sensors {
            sensor.join().expect("no sensor panics");
        }
        // The decisive line comes last: only when the sensors have ended can nothing more arrive. `iter` gives what is in
        // the channel and then ends, since no sender is left.
        self.readings.iter().collect()
    }
}

// Wrong turns
// - collecting first, then joining: the last readings come when the book is closed (wrong/book_closed_first.rs).
// - looking at the flag between reading and noting: that reading is lost (wrong/stops_before_noting.rs).
// - keeping a sender in the station: the receiver waits for a message that nobody sends (wrong/sender_kept.rs).
// - not joining: sensors still read after `stop` (wrong/not_joined.rs).
