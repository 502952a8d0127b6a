//! verdict: wrong_result
//! Kills workers that would end by themselves.

use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::Mutex;
use std::thread;

pub const TRIES: usize = 3;

pub struct ProcessPool {
    program: PathBuf,
    workers: Vec<Worker>,
}

struct Worker {
    child: Child,
    jobs: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl ProcessPool {
    pub fn new(program: &Path, workers: usize) -> io::Result<ProcessPool> {
        let workers = (0..workers).map(|_| Worker::start(program));
        Ok(ProcessPool {
            workers: workers.collect::<io::Result<_>>()?,
            program: program.to_path_buf(),
        })
    }

    pub fn map(&mut self, jobs: &[String]) -> Vec<Option<String>> {
        let rail = Mutex::new(jobs.iter().enumerate());
        let answers = Mutex::new(vec![None; jobs.len()]);
        let program = &self.program;
        thread::scope(|scope| {
            for worker in &mut self.workers {
                scope.spawn(|| {
                    loop {
                        let next = rail.lock().unwrap().next();
                        let Some((number, job)) = next else { break };
                        let answer = worker.until_done(program, job);
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
        Ok(Worker {
            jobs: child.stdin.take(),
            answers: BufReader::new(child.stdout.take().unwrap()),
            child,
        })
    }

    fn until_done(&mut self, program: &Path, job: &str) -> Option<String> {
        for _ in 0..TRIES {
            if let Some(answer) = self.ask(job) {
                return Some(answer);
            }
            self.end();
            *self = Worker::start(program).unwrap();
        }
        None
    }

    fn ask(&mut self, job: &str) -> Option<String> {
        let mut answer = String::new();
        writeln!(self.jobs.as_mut()?, "{job}").ok()?;
        self.answers.read_line(&mut answer).ok()?;
        answer.strip_suffix('\n').map(str::to_string)
    }

    fn end(&mut self) {
        self.jobs = None;
        let _ = self.child.wait();
    }
}

impl Drop for ProcessPool {
    fn drop(&mut self) {
        for worker in &mut self.workers {
            let _ = worker.child.kill();
            let _ = worker.child.wait();
        }
    }
}
