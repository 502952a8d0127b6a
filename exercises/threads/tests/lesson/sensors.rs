//! `sensors`: every reading taken is in the book, and nobody reads after the stop.

use harness::prelude::*;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use threads_model::sensors::Station;

/// What real threads wait for: so many readings have been taken.
fn wait_for(taken: &AtomicU32, readings: u32) {
    while taken.load(SeqCst) < readings {
        std::thread::yield_now();
    }
}

/// In the model: a sensor with so many readings, which counts what it gives. The count is not part of the model.
fn battery(readings: u32) -> (Arc<AtomicU32>, impl Fn(usize) -> Option<u32> + Send + Sync) {
    let taken = Arc::new([const { AtomicU32::new(0) }; 3]);
    let all = Arc::new(AtomicU32::new(0));
    let count = Arc::clone(&all);
    let read = move |sensor: usize| {
        let number = taken[sensor].fetch_add(1, SeqCst);
        (number < readings).then(|| {
            count.fetch_add(1, SeqCst);
            10 * (number + 1)
        })
    };
    (all, read)
}

#[test]
#[claim(every_interleaving)]
fn one_sensor_is_read_to_its_last_reading() {
    every_interleaving(|| {
        let (taken, read) = battery(2);
        let book = Station::start(1, read).stop();
        let (noted, taken) = (book.len(), taken.load(SeqCst));
        assert!(
            noted == taken as usize,
            "readings taken: {taken}, readings in the book: {noted}"
        );
        book
    })
    .because(
        "The sensor has 2 readings, and is stopped at any moment. What it has read is in the book.",
    )
    .missing_means(
        Verdict::WrongResult,
        "a sensor reads on until it is told to stop: 0, 1 or 2 readings must all be possible here",
    )
    .is("{[], [(0, 10)], [(0, 10), (0, 20)]}");
}

#[test]
#[claim(every_interleaving)]
fn no_reading_that_was_taken_is_lost() {
    every_interleaving(|| {
        let (taken, read) = battery(1);
        let mut book = Station::start(2, read).stop();
        book.sort_unstable();
        (book.len() == taken.load(SeqCst) as usize, book)
    })
    .missing_means(
        Verdict::Serial,
        "a sensor that never reads before the other one is not read beside it",
    )
    .because("2 sensors, 1 reading each, stopped at any moment. The count of readings taken is the count in the book.")
    .is("{(true, []), (true, [(0, 10)]), (true, [(0, 10), (1, 10)]), (true, [(1, 10)])}");
}

#[test]
#[claim(every_interleaving)]
fn nobody_reads_after_the_stop() {
    every_interleaving(|| Station::start(2, battery(1).1).stop().len() <= 2)
        .because("When stop returns, the threads have ended.")
        .is("{true}")
        .leaves_nothing_running();
}

#[test]
#[claim(every_interleaving)]
fn the_sensors_read_at_the_same_time() {
    every_interleaving(|| Station::start(2, battery(1).1).stop().len() <= 2).together(2);
}

#[test]
#[claim(value)]
fn sensors_that_never_run_dry_stop_when_told() {
    let many = random().u32(20..40);
    let taken = Arc::new(AtomicU32::new(0));
    let count = Arc::clone(&taken);
    let book = within("4 sensors to stop", move || {
        let reading = Arc::clone(&count);
        let station =
            threads::sensors::Station::start(4, move |_| Some(reading.fetch_add(1, SeqCst)));
        wait_for(&count, many);
        station.stop()
    });
    // How many there are is left to chance.
    expect!(
        book.len() == taken.load(SeqCst) as usize,
        Race,
        "the book that stop gives has not one line for each reading that was taken"
    );
    let in_order = (0..4).all(|sensor| {
        let own: Vec<u32> = book.iter().filter(|r| r.0 == sensor).map(|r| r.1).collect();
        own.is_sorted()
    });
    expect!(
        in_order,
        WrongResult,
        "the readings of one sensor do not stand in the order in which it took them"
    );
}
