//! verdict: wrong_result
//! Blanks at both ends of an answer are taken away with the line break.

use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::Mutex;
use std::thread;

pub const TRIES: usize = 3;

pub struct ProcessPool {
    workers: Vec<Worker>,
}

struct Worker {
    program: PathBuf,
    child: Child,
    jobs: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl ProcessPool {
    pub fn new(program: &Path, workers: usize) -> io::Result<ProcessPool> {
        let workers = (0..workers).map(|_| Worker::start(program));
        Ok(ProcessPool {
            workers: workers.collect::<io::Result<_>>()?,
        })
    }

    pub fn map(&mut self, jobs: &[String]) -> Vec<Option<String>> {
        let rail = Mutex::new(jobs.iter().zip(0..));
        let answers = Mutex::new(vec![None; jobs.len()]);
        thread::scope(|scope| {
            for worker in &mut self.workers {
                scope.spawn(|| {
                    let next = || rail.lock().unwrap().next();
                    while let Some((job, number)) = next() {
                        let answer = worker.until_done(job);
                        answers.lock().unwrap()[number] = answer;
                    }
                });
            }
        });
        answers.into_inner().unwrap()
    }
}

impl Worker {
    fn start(program: &Path) -> io::Result<Worker> {
        let mut child = Command::new(program)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let (jobs, answers) = (child.stdin.take(), child.stdout.take());
        Ok(Worker {
            program: program.to_path_buf(),
            child,
            jobs,
            answers: BufReader::new(answers.ok_or(io::ErrorKind::BrokenPipe)?),
        })
    }

    fn until_done(&mut self, job: &str) -> Option<String> {
        for _ in 0..TRIES {
            if let Some(answer) = self.ask(job) {
                return Some(answer);
            }
            let replaced = Worker::start(&self.program);
            if let Ok(worker) = replaced {
                *self = worker;
            }
        }
        None
    }

    fn ask(&mut self, job: &str) -> Option<String> {
        let mut answer = String::new();
        let line = format!("{job}\n");
        self.jobs.as_mut()?.write_all(line.as_bytes()).ok()?;
        self.answers.read_line(&mut answer).ok()?;
        answer.ends_with('\n').then(|| answer.trim().to_string())
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.jobs = None;
        let _ = self.child.wait();
    }
}
