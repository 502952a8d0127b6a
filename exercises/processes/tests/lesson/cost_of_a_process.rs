//! `cost_of_a_process`: what is measured, how often, and what is believed.
//!
//! The watch is in the hand of the test. Time passes only when something happens: when something is prepared, when a
//! thread works, when a process lives.

use harness::half_patience;
use harness::prelude::*;
use processes::cost_of_a_process::{median, table, thread_and_process};
use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::path::Path;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Mutex};
use std::thread::{self, ThreadId};
use std::time::{Duration, Instant};

fn micros(micros: u64) -> Duration {
    Duration::from_micros(micros)
}

/// The median of these durations by the learner's code; each preparation takes much longer than any of them.
fn median_of(durations: &[u64]) -> Duration {
    let (time, prepared) = (Cell::new(17), Cell::new(0));
    let run = RefCell::new(Vec::new());
    let found = median(
        durations.len(),
        || micros(time.get()),
        || {
            time.set(time.get() + 1_000_000);
            prepared.set(prepared.get() + 1);
            prepared.get() - 1
        },
        |number: usize| {
            run.borrow_mut().push(number);
            time.set(time.get() + durations.get(number).copied().unwrap_or(0));
        },
    );
    let mut run = run.into_inner();
    run.sort_unstable();
    expect!(
        run.iter().copied().eq(0..durations.len()),
        WrongResult,
        "{} measurements were asked for, each with what was prepared for it; run was called for number {run:?}",
        durations.len()
    );
    found
}

#[test]
#[claim(value)]
fn one_measurement_is_what_it_took() {
    let took = random().u64(1..1000);
    let found = median_of(&[took]);
    expect!(
        found == micros(took),
        WrongResult,
        "run took {took} µs, and yours is {found:?}; to prepare it took 1 s, which is not to be measured"
    );
}

#[test]
#[claim(value)]
fn the_one_in_the_middle_counts() {
    let mut random = random();
    for times in [3, 5, 9] {
        let mut durations: Vec<u64> = (0..times).map(|_| random.u64(1..1000)).collect();
        // The tram that goes by.
        durations[times / 2] = 90_000;
        let found = median_of(&durations);
        let mut sorted = durations.clone();
        sorted.sort();
        let asked = micros(sorted[times / 2]);
        expect!(
            found == asked,
            WrongResult,
            "run took {durations:?} µs, one time after the other: the median is {asked:?}, and yours is {found:?}"
        );
    }
}

/// What a thread and a process take here, in microseconds.
struct Took {
    thread: u64,
    process: u64,
}

/// What was seen of one call of `thread_and_process`.
struct Seen {
    found: (Duration, Duration),
    program: Program,
    /// The threads that did the work.
    workers: Vec<ThreadId>,
    /// The thread that called.
    caller: ThreadId,
}

/// So that whoever does not wait for the end looks at the watch before it.
fn a_moment() {
    thread::park_timeout(Duration::from_millis(20));
}

fn measure(times: usize, took: Took) -> Seen {
    let time = Arc::new(AtomicU64::new(0));
    let program = Program::acted(env!("CARGO_BIN_EXE_processes-hand"), times + 2, {
        let time = Arc::clone(&time);
        move |_| {
            a_moment();
            time.fetch_add(took.process, SeqCst);
        }
    });
    let workers = Arc::new(Mutex::new(Vec::new()));
    let work = {
        let (time, workers) = (Arc::clone(&time), Arc::clone(&workers));
        move || {
            a_moment();
            time.fetch_add(took.thread, SeqCst);
            workers
                .lock()
                .expect("nobody panics with it")
                .push(thread::current().id());
        }
    };
    let path = program.path().to_path_buf();
    let (found, caller) = within("some threads, and some processes", move || {
        let now = || micros(time.load(SeqCst));
        let found = thread_and_process(&path, times, now, work);
        (found, thread::current().id())
    });
    let workers = when_all_have_worked(&workers, times);
    Seen {
        found,
        program,
        workers,
        caller,
    }
}

/// The threads that did the work, when there are so many; or after a while. Those that nobody waits for are late.
fn when_all_have_worked(workers: &Mutex<Vec<ThreadId>>, times: usize) -> Vec<ThreadId> {
    let end = Instant::now() + half_patience();
    loop {
        let workers = workers.lock().expect("nobody panics with it").clone();
        if workers.len() >= times || Instant::now() > end {
            return workers;
        }
        thread::park_timeout(Duration::from_millis(1));
    }
}

#[test]
#[claim(nothing_left)]
fn every_process_is_waited_for() {
    let seen = measure(
        3,
        Took {
            thread: 1,
            process: 2,
        },
    );
    seen.program.nothing_left();
}

#[test]
#[claim(value)]
fn every_measurement_starts_a_new_thread_and_a_new_process() {
    let seen = measure(
        5,
        Took {
            thread: 1,
            process: 2,
        },
    );
    let (workers, started) = (seen.workers.len(), seen.program.come(5));
    expect!(
        workers == 5,
        WrongResult,
        "5 measurements were asked for, and work was done {workers} times"
    );
    let mut threads: HashSet<ThreadId> = seen.workers.iter().copied().collect();
    threads.remove(&seen.caller);
    expect!(
        threads.len() == 5,
        WrongResult,
        "work is to be called 5 times, each time in a new thread; there were {} new threads",
        threads.len()
    );
    expect!(
        started == 5,
        WrongResult,
        "5 measurements were asked for, and {started} processes were started"
    );
}

#[test]
#[claim(value)]
fn from_the_start_to_the_end_is_measured() {
    let mut random = random();
    let took = (random.u64(1..100), random.u64(500..900));
    let seen = measure(
        3,
        Took {
            thread: took.0,
            process: took.1,
        },
    );
    let asked = (micros(took.0), micros(took.1));
    // Who does not wait for one of them measures, by chance, a part of its time with the other: that comes second.
    for (what, found, took) in [
        ("thread", seen.found.0, asked.0),
        ("process", seen.found.1, asked.1),
    ] {
        expect!(
            !found.is_zero(),
            WrongResult,
            "each {what} took {took:?} by this watch, and when yours looked at it again no time had passed"
        );
    }
    expect!(
        seen.found == asked,
        WrongResult,
        "each thread took {:?} and each process took {:?} by this watch, and yours are {:?}",
        asked.0,
        asked.1,
        seen.found
    );
}

#[test]
#[claim(snapshot)]
fn the_table_has_a_line_for_each_row() {
    let table: fn(&[(&str, Duration)]) -> String = table;
    let rows = [
        ("a thread", micros(50)),
        ("a process", micros(925)),
        ("a function", micros(12)),
        ("a machine", micros(3_141_592)),
    ];
    let text = table(&rows);
    expect!(
        text.ends_with('\n') && !text.ends_with("\n\n"),
        WrongResult,
        "each line of the table ends with one line break, the last one too: {text:?}"
    );
    assert_snapshot!(text, @"
    start         microseconds   ratio
    a thread                50     1.0
    a process              925    18.5
    a function              12     0.2
    a machine          3141592 62831.8
    ");
}

#[test]
#[claim(value)]
fn a_table_without_rows_has_its_headings() {
    let text = table(&[]);
    let asked = "start         microseconds   ratio\n";
    expect!(
        text == asked,
        WrongResult,
        "there is no row, and the table is {text:?} instead of {asked:?}"
    );
}

#[test]
#[claim(snapshot)]
fn a_real_watch_fills_the_table() {
    let program = Program::acted(env!("CARGO_BIN_EXE_processes-hand"), 4, |_| {});
    let works = Arc::new(AtomicUsize::new(0));
    let (thread, process) = within("3 threads and 3 processes", {
        let (path, works) = (program.path().to_path_buf(), Arc::clone(&works));
        move || by_a_real_watch(&path, &works)
    });
    let rows = [("a thread", thread), ("a process", process)];
    let text = table(&rows.map(|(name, took)| (name, took.clamp(micros(50), micros(9_000)))));
    assert_snapshot!(without_times(&text), @"
    start microseconds ratio
    a thread [n] [n]
    a process [n] [n]
    ");
    program.nothing_left();
}

fn by_a_real_watch(path: &Path, works: &Arc<AtomicUsize>) -> (Duration, Duration) {
    let (start, works) = (Instant::now(), Arc::clone(works));
    thread_and_process(
        path,
        3,
        move || start.elapsed(),
        move || {
            works.fetch_add(1, SeqCst);
        },
    )
}

/// How long it took here and now is nobody's to say, nor whether the columns are wide enough for that: whatever is longer
/// or shorter was brought to where they are.
fn without_times(table: &str) -> String {
    let word = |word: &str| match word.parse::<f64>() {
        Ok(_) => "[n]".to_string(),
        Err(_) => word.to_string(),
    };
    let line = |line: &str| {
        line.split_whitespace()
            .map(word)
            .collect::<Vec<_>>()
            .join(" ")
    };
    table.lines().map(|text| line(text) + "\n").collect()
}
