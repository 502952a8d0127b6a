//! # Map and reduce: the whole library, word by word
//!
//! The publisher wants to know how often each word stands in the great cookbook. The book is cut into parts. Several
//! readers, each a process of its own, get one part after the other and send back what they have counted (that is the
//! map). The head adds it all up (that is the reduce). Now and then a reader falls ill over a part. Then somebody else
//! reads that part from its beginning, and what the ill one had already sent does not count.

use std::collections::{BTreeMap, VecDeque};
use std::io::{self, BufRead, BufReader, Error, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Condvar, Mutex};
use std::thread;

/// How often each word was seen.
pub type Counts = BTreeMap<String, u64>;

/// How often each word stands in the part.
pub fn words(part: &str) -> Counts {
    let mut counts = Counts::new();
    let words = part.split(|letter: char| !letter.is_alphabetic());
    for word in words.filter(|word| !word.is_empty()) {
        *counts.entry(word.to_lowercase()).or_default() += 1;
    }
    counts
}

/// The parts of a text, and what has been counted in them.
pub struct Parts {
    /// All parts.
    parts: Vec<String>,
    /// Who has what.
    state: Mutex<State>,
    /// A part has come back, or the last one is counted.
    changed: Condvar,
}

struct State {
    /// The numbers of the parts that nobody has.
    waiting: VecDeque<usize>,
    /// What was counted in each part; none yet where it is waiting or in somebody's hands.
    counted: Vec<Option<Counts>>,
}

impl Parts {
    /// Nothing has been handed out yet.
    pub fn new(parts: Vec<String>) -> Parts {
        let state = State {
            waiting: (0..parts.len()).collect(),
            counted: vec![None; parts.len()],
        };
        Parts {
            parts,
            state: Mutex::new(state),
            changed: Condvar::new(),
        }
    }

    /// A part that nobody has, with its number. Waits while others have all that are not counted yet; `None` when all are
    /// counted.
    pub fn take(&self) -> Option<(usize, String)> {
        let mut state = self.state.lock().unwrap();
        loop {
            if let Some(number) = state.waiting.pop_front() {
                return Some((number, self.parts[number].clone()));
            }
            if state.counted.iter().all(Option::is_some) {
                return None;
            }
            // An empty queue is not the end: a part may come back.
            state = self.changed.wait(state).unwrap();
        }
    }

    /// The part of that number is counted.
    pub fn done(&self, number: usize, counts: Counts) {
        // The decisive line: the counts of a part have one place, and are complete when they come here.
        self.state.lock().unwrap().counted[number] = Some(counts);
        self.changed.notify_all();
    }

    /// Whoever had the part of that number has died.
    pub fn back(&self, number: usize) {
        self.state.lock().unwrap().waiting.push_back(number);
        self.changed.notify_all();
    }

    /// The sum over all parts; `None` when a part has not been counted.
    pub fn total(self) -> Option<Counts> {
        let mut total = Counts::new();
        for counts in self.state.into_inner().unwrap().counted {
            for (word, count) in counts? {
                *total.entry(word).or_default() += count;
            }
        }
        Some(total)
    }
}

/// Counts the words of the parts with `workers` processes of the program.
///
/// # Errors
///
/// When the program cannot be started, or all workers have died before all was counted.
pub fn count(program: &Path, parts: Vec<String>, workers: usize) -> io::Result<Counts> {
    let parts = Parts::new(parts);
    let started = thread::scope(|scope| {
        let feeders: Vec<_> = (0..workers)
            .map(|_| scope.spawn(|| start(program).map(|worker| feed(worker, &parts))))
            .collect();
        feeders
            .into_iter()
            .try_for_each(|feeder| feeder.join().unwrap())
    });
    started?;
    parts
        .total()
        .ok_or_else(|| Error::other("all workers have died"))
}

fn start(program: &Path) -> io::Result<Child> {
    Command::new(program)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
}

/// Gives one worker part after part, until all are counted or it has died. Then it is waited for.
fn feed(mut worker: Child, parts: &Parts) {
    let mut input = worker.stdin.take().unwrap();
    let mut output = BufReader::new(worker.stdout.take().unwrap());
    while let Some((number, part)) = parts.take() {
        let asked = writeln!(input, "{part}");
        match asked.and_then(|()| answer(&mut output)) {
            Ok(counts) => parts.done(number, counts),
            Err(_) => {
                parts.back(number);
                // Its answer may be damaged while it lives.
                let _ = worker.kill();
                break;
            }
        }
    }
    drop(input);
    let _ = worker.wait();
}

/// The counts of one part. An answer without its end is an error, and nothing of it is used.
fn answer(output: &mut impl BufRead) -> io::Result<Counts> {
    let mut counts = Counts::new();
    for line in output.lines() {
        let line = line?;
        if line.is_empty() {
            return Ok(counts);
        }
        let (word, count) = line
            .split_once(' ')
            .ok_or_else(|| Error::other("no count"))?;
        counts.insert(word.to_string(), count.parse().map_err(Error::other)?);
    }
    Err(io::ErrorKind::UnexpectedEof.into())
}

// Wrong turns
// - to add up each line as it comes: what the dead worker had sent counts twice (wrong/counts_half_answers.rs).
// - to leave when no part is waiting: the one that comes back finds nobody (wrong/leaves_when_none_waits.rs).
// - to wake one of those who wait for the end: the others wait on (wrong/wakes_one.rs deadlocks).
// - to take a dead worker for a failure of the whole (wrong/gives_up.rs).
