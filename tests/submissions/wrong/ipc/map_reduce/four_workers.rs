//! verdict: serial
//! As many workers as were asked for, but not more than four.

use std::collections::{BTreeMap, VecDeque};
use std::io::{self, BufRead, BufReader, Error, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Condvar, Mutex};
use std::thread;

pub type Counts = BTreeMap<String, u64>;

pub fn words(part: &str) -> Counts {
    let mut counts = Counts::new();
    let words = part.split(|letter: char| !letter.is_alphabetic());
    for word in words.filter(|word| !word.is_empty()) {
        *counts.entry(word.to_lowercase()).or_default() += 1;
    }
    counts
}

pub struct Parts {
    parts: Vec<String>,
    state: Mutex<State>,
    changed: Condvar,
}

struct State {
    waiting: VecDeque<usize>,
    counted: Vec<Option<Counts>>,
}

impl Parts {
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

    pub fn take(&self) -> Option<(usize, String)> {
        let mut state = self.state.lock().unwrap();
        loop {
            if let Some(number) = state.waiting.pop_front() {
                return Some((number, self.parts[number].clone()));
            }
            if state.counted.iter().all(Option::is_some) {
                return None;
            }
            state = self.changed.wait(state).unwrap();
        }
    }

    pub fn done(&self, number: usize, counts: Counts) {
        self.state.lock().unwrap().counted[number] = Some(counts);
        self.changed.notify_all();
    }

    pub fn back(&self, number: usize) {
        self.state.lock().unwrap().waiting.push_back(number);
        self.changed.notify_all();
    }

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

pub fn count(program: &Path, parts: Vec<String>, workers: usize) -> io::Result<Counts> {
    let parts = Parts::new(parts);
    let started = thread::scope(|scope| {
        let feeders: Vec<_> = (0..workers.min(4))
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

fn feed(mut worker: Child, parts: &Parts) {
    let mut input = worker.stdin.take().unwrap();
    let mut output = BufReader::new(worker.stdout.take().unwrap());
    while let Some((number, part)) = parts.take() {
        let asked = writeln!(input, "{part}");
        match asked.and_then(|()| answer(&mut output)) {
            Ok(counts) => parts.done(number, counts),
            Err(_) => {
                parts.back(number);
                let _ = worker.kill();
                break;
            }
        }
    }
    drop(input);
    let _ = worker.wait();
}

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
