//! Each part is in one of three states.

use std::collections::BTreeMap;
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
    slots: Mutex<Vec<Slot>>,
    changed: Condvar,
}

enum Slot {
    Waiting(String),
    Away(String),
    Counted(Counts),
}

impl Parts {
    pub fn new(parts: Vec<String>) -> Parts {
        Parts {
            slots: Mutex::new(parts.into_iter().map(Slot::Waiting).collect()),
            changed: Condvar::new(),
        }
    }

    pub fn take(&self) -> Option<(usize, String)> {
        let is_waiting = |slot: &Slot| matches!(slot, Slot::Waiting(_));
        let is_away = |slot: &Slot| matches!(slot, Slot::Away(_));
        let mut slots = self
            .changed
            .wait_while(self.slots.lock().unwrap(), |slots| {
                !slots.iter().any(is_waiting) && slots.iter().any(is_away)
            })
            .unwrap();
        let number = slots.iter().position(is_waiting)?;
        let Slot::Waiting(part) = &slots[number] else {
            return None;
        };
        let part = part.clone();
        slots[number] = Slot::Away(part.clone());
        Some((number, part))
    }

    pub fn done(&self, number: usize, counts: Counts) {
        self.slots.lock().unwrap()[number] = Slot::Counted(counts);
        self.changed.notify_all();
    }

    pub fn back(&self, number: usize) {
        let mut slots = self.slots.lock().unwrap();
        if let Slot::Away(part) = &slots[number] {
            slots[number] = Slot::Waiting(part.clone());
        }
        drop(slots);
        self.changed.notify_all();
    }

    pub fn total(self) -> Option<Counts> {
        let mut total = Counts::new();
        for slot in self.slots.into_inner().unwrap() {
            let Slot::Counted(counts) = slot else {
                return None;
            };
            for (word, count) in counts {
                *total.entry(word).or_default() += count;
            }
        }
        Some(total)
    }
}

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
