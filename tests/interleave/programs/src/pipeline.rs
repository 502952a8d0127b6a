//! Three stages, two channels.

use std::sync::mpsc;
use std::thread;

/// A thread sends `0..items`, a second doubles them, the caller adds them up. Nobody is joined: the end of the
/// channels is the end of the work.
///
/// Outcomes: `items × (items − 1)`, nothing else.
pub fn pipeline(items: u32) -> u32 {
    let (numbers, incoming) = mpsc::channel();
    let (doubled, results) = mpsc::channel();
    thread::spawn(move || (0..items).for_each(|i| numbers.send(i).unwrap()));
    thread::spawn(move || incoming.iter().for_each(|i| doubled.send(i * 2).unwrap()));
    results.iter().sum()
}
