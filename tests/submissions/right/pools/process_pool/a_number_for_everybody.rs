//! An atomic number says whose turn it is; the workers are started when they are needed first.

use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::thread;

pub const TRIES: usize = 3;

pub struct ProcessPool {
    program: PathBuf,
    places: Vec<Option<(Child, BufReader<ChildStdout>)>>,
}

type Place = Option<(Child, BufReader<ChildStdout>)>;

fn occupied(program: &Path) -> io::Result<Place> {
    let mut command = Command::new(program);
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let output = BufReader::new(child.stdout.take().unwrap());
    Ok(Some((child, output)))
}

fn vacate(place: &mut Place) {
    if let Some((mut child, output)) = place.take() {
        drop((child.stdin.take(), output));
        child.wait().unwrap();
    }
}

fn cook(place: &mut Place, job: &str) -> Option<String> {
    let (child, output) = place.as_mut()?;
    let mut input = child.stdin.as_ref()?;
    writeln!(input, "{job}").ok()?;
    let mut line = String::new();
    output.read_line(&mut line).ok()?;
    Some(line.strip_suffix('\n')?.to_string())
}

impl ProcessPool {
    pub fn new(program: &Path, workers: usize) -> io::Result<ProcessPool> {
        let places = (0..workers)
            .map(|_| occupied(program))
            .collect::<io::Result<_>>()?;
        let program = program.into();
        Ok(ProcessPool { program, places })
    }

    pub fn map(&mut self, jobs: &[String]) -> Vec<Option<String>> {
        let next = AtomicUsize::new(0);
        let program = &self.program;
        let mut found: Vec<(usize, Option<String>)> = thread::scope(|scope| {
            let runners: Vec<_> = self
                .places
                .iter_mut()
                .map(|place| {
                    let turns = || Some(next.fetch_add(1, Relaxed)).filter(|n| *n < jobs.len());
                    scope.spawn(move || {
                        std::iter::from_fn(turns)
                            .map(|number| {
                                let answer = (0..TRIES).find_map(|_| {
                                    if place.is_none() {
                                        *place = occupied(program).ok()?;
                                    }
                                    let answer = cook(place, &jobs[number]);
                                    if answer.is_none() {
                                        vacate(place);
                                    }
                                    answer
                                });
                                (number, answer)
                            })
                            .collect::<Vec<_>>()
                    })
                })
                .collect();
            runners
                .into_iter()
                .flat_map(|runner| runner.join().unwrap())
                .collect()
        });
        found.sort();
        found.into_iter().map(|(_, answer)| answer).collect()
    }
}

impl Drop for ProcessPool {
    fn drop(&mut self) {
        self.places.iter_mut().for_each(vacate);
    }
}
