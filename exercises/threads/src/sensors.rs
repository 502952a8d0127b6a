//! # Sensors: every reading reaches the book
//!
//! In each cold store hangs a sensor that reads the temperature again and again. All of them report to one book. When the
//! inspector comes, the sensors are told to stop, and the book is closed. Every reading that a sensor has taken must be
//! in the book, the last ones too: what was read and not written down was read for nothing.
//!
//! **In Python** the sensors share a `queue.Queue` and a `threading.Event` to stop. Whoever closes the book after
//! `event.set()` and before `join()` loses what is still on its way. In Rust a channel says by itself when no more can
//! come: when the last sender is gone, the receiver's loop ends.
//!
//! **Your task**
//! 1. `start`: a thread for each sensor. Sensor `i` calls `read(i)` again and again, and notes what it gets. It ends when
//!    `read` gives `None`, or when it is told to stop.
//! 2. `stop`: tells all sensors to stop, waits for all of them, and returns every reading that was taken, with the
//!    sensor's number. The readings of one sensor stand in the order in which it took them.
//! 3. After `stop` no sensor reads any more, and no thread is left.
//!
//! The sensors must be able to read at the same time.
//!
//! **Leave alone:** the signatures, and the folder `tests/`. The fields are yours: change them as you like.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::Receiver;
use std::thread::JoinHandle;

/// Sensors at work, and the book that they report to.
pub struct Station {
    /// The threads of the sensors.
    sensors: Vec<JoinHandle<()>>,
    /// Announces that the sensors are to stop.
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
        // TODO 1: a thread for each sensor. When exactly does it look whether it is to stop?
        let _ = read;
        todo!("start {sensors} sensors")
    }

    /// Stops all sensors. Returns every reading that was taken.
    pub fn stop(self) -> Vec<(usize, u32)> {
        // TODO 2: in which order do you stop, wait and collect?
        let _ = (self.sensors, self.stop, self.readings);
        todo!("stop the sensors and return their readings")
    }
}
