//! Counts what is uncounted, and adds up at once under another lock.

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
    parts: Vec<String>,
    work: Mutex<Work>,
    news: Condvar,
    total: Mutex<Counts>,
}

struct Work {
    stack: Vec<usize>,
    uncounted: usize,
}

impl Parts {
    pub fn new(parts: Vec<String>) -> Parts {
        let work = Work {
            stack: (0..parts.len()).rev().collect(),
            uncounted: parts.len(),
        };
        Parts {
            parts,
            work: Mutex::new(work),
            news: Condvar::new(),
            total: Mutex::default(),
        }
    }

    pub fn take(&self) -> Option<(usize, String)> {
        let mut work = self.work.lock().unwrap();
        while work.uncounted > 0 {
            match work.stack.pop() {
                Some(number) => return Some((number, self.parts[number].clone())),
                None => work = self.news.wait(work).unwrap(),
            }
        }
        None
    }

    pub fn done(&self, _: usize, counts: Counts) {
        for (word, count) in counts {
            *self.total.lock().unwrap().entry(word).or_default() += count;
        }
        let mut work = self.work.lock().unwrap();
        work.uncounted -= 1;
        if work.uncounted == 0 {
            self.news.notify_all();
        }
    }

    pub fn back(&self, number: usize) {
        self.work.lock().unwrap().stack.push(number);
        self.news.notify_one();
    }

    pub fn total(self) -> Option<Counts> {
        let uncounted = self.work.into_inner().unwrap().uncounted;
        let total = self.total.into_inner().unwrap();
        (uncounted == 0).then_some(total)
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
