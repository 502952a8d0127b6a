//! A message a plate; only the receiver counts.

use std::sync::mpsc;
use std::thread;

pub fn count(threads: usize, per_thread: u64) -> u64 {
    let (plate, plates) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..threads {
            let plate = plate.clone();
            scope.spawn(move || {
                for _ in 0..per_thread {
                    plate.send(()).unwrap();
                }
            });
        }
        drop(plate);
        plates.iter().count() as u64
    })
}
