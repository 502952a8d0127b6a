//! The job of a dead worker goes back on the rail, for whoever is free; it carries the number of its tries.

use std::collections::VecDeque;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{Condvar, Mutex};
use std::thread;

pub const TRIES: usize = 3;

pub struct ProcessPool {
    program: PathBuf,
    workers: Vec<Worker>,
}

struct Worker {
    child: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
}

struct Rail {
    waiting: VecDeque<(usize, usize)>,
    open: usize,
    answers: Vec<Option<String>>,
}

impl Worker {
    fn start(program: &Path) -> io::Result<Worker> {
        let mut command = Command::new(program);
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        Ok(Worker {
            input: child.stdin.take(),
            output: BufReader::new(child.stdout.take().unwrap()),
            child,
        })
    }

    fn ask(&mut self, job: &str) -> Option<String> {
        let input = self.input.as_mut()?;
        input.write_all(format!("{job}\n").as_bytes()).ok()?;
        let mut line = String::new();
        self.output.read_line(&mut line).ok()?;
        let whole = line.ends_with('\n');
        whole.then(|| line.trim_end_matches('\n').to_string())
    }

    fn end(&mut self) {
        self.input.take();
        self.child.wait().unwrap();
    }
}

impl ProcessPool {
    pub fn new(program: &Path, workers: usize) -> io::Result<ProcessPool> {
        let mut pool = ProcessPool {
            program: program.to_path_buf(),
            workers: Vec::new(),
        };
        for _ in 0..workers {
            pool.workers.push(Worker::start(program)?);
        }
        Ok(pool)
    }

    pub fn map(&mut self, jobs: &[String]) -> Vec<Option<String>> {
        let rail = Mutex::new(Rail {
            waiting: (0..jobs.len()).map(|number| (number, 0)).collect(),
            open: jobs.len(),
            answers: vec![None; jobs.len()],
        });
        let (changed, program) = (Condvar::new(), &self.program);
        let take = || {
            let rail = rail.lock().unwrap();
            let empty = |rail: &mut Rail| rail.waiting.is_empty() && rail.open > 0;
            changed.wait_while(rail, empty).unwrap().waiting.pop_front()
        };
        thread::scope(|scope| {
            for worker in &mut self.workers {
                scope.spawn(|| {
                    while let Some((number, tries)) = take() {
                        let answer = worker.ask(&jobs[number]);
                        if answer.is_none() {
                            worker.end();
                            *worker = Worker::start(program).unwrap();
                        }
                        let mut rail = rail.lock().unwrap();
                        if answer.is_none() && tries + 1 < TRIES {
                            rail.waiting.push_back((number, tries + 1));
                        } else {
                            rail.answers[number] = answer;
                            rail.open -= 1;
                        }
                        changed.notify_all();
                    }
                });
            }
        });
        rail.into_inner().unwrap().answers
    }
}

impl Drop for ProcessPool {
    fn drop(&mut self) {
        for worker in &mut self.workers {
            worker.end();
        }
    }
}
