//! Each worker has a runner thread that lives as long as the pool and hears of jobs through a channel.

use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

pub const TRIES: usize = 3;

struct Job {
    number: usize,
    line: String,
    reply: Sender<(usize, Option<String>)>,
}

pub struct ProcessPool {
    jobs: Option<Sender<Job>>,
    runners: Vec<JoinHandle<()>>,
}

struct Kitchen {
    child: Child,
    output: BufReader<ChildStdout>,
}

fn start(program: &Path) -> io::Result<Kitchen> {
    let mut command = Command::new(program);
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn()?;
    let output = BufReader::new(child.stdout.take().unwrap());
    Ok(Kitchen { child, output })
}

impl Kitchen {
    fn cook(&mut self, line: &str) -> io::Result<String> {
        let input = self.child.stdin.as_mut().unwrap();
        writeln!(input, "{line}")?;
        let mut answer = Vec::new();
        self.output.read_until(b'\n', &mut answer)?;
        match answer.pop() {
            Some(b'\n') => String::from_utf8(answer).map_err(io::Error::other),
            _ => Err(io::ErrorKind::UnexpectedEof.into()),
        }
    }

    fn close(mut self) {
        // `wait` closes the standard input first.
        let _ = self.child.wait();
    }
}

fn run(program: PathBuf, mut kitchen: Kitchen, jobs: Arc<Mutex<Receiver<Job>>>) {
    loop {
        let next = jobs.lock().unwrap().recv();
        let Ok(job) = next else { break };
        let mut answer = None;
        for _ in 0..TRIES {
            match kitchen.cook(&job.line) {
                Ok(plate) => {
                    answer = Some(plate);
                    break;
                }
                Err(_) => {
                    let new = start(&program).expect("the program was there before");
                    std::mem::replace(&mut kitchen, new).close();
                }
            }
        }
        let _ = job.reply.send((job.number, answer));
    }
    kitchen.close();
}

impl ProcessPool {
    pub fn new(program: &Path, workers: usize) -> io::Result<ProcessPool> {
        let (sender, receiver) = mpsc::channel();
        let receiver = Arc::new(Mutex::new(receiver));
        let mut runners = Vec::new();
        for _ in 0..workers {
            let (program, receiver) = (program.to_owned(), Arc::clone(&receiver));
            let kitchen = start(&program)?;
            runners.push(thread::spawn(move || run(program, kitchen, receiver)));
        }
        Ok(ProcessPool {
            jobs: Some(sender),
            runners,
        })
    }

    pub fn map(&mut self, jobs: &[String]) -> Vec<Option<String>> {
        let (reply, replies) = mpsc::channel();
        for (number, line) in jobs.iter().cloned().enumerate() {
            let job = Job {
                number,
                line,
                reply: reply.clone(),
            };
            self.jobs.as_ref().unwrap().send(job).unwrap();
        }
        drop(reply);
        let mut answers = vec![None; jobs.len()];
        for (number, answer) in replies {
            answers[number] = answer;
        }
        answers
    }
}

impl Drop for ProcessPool {
    fn drop(&mut self) {
        self.jobs = None;
        for runner in self.runners.drain(..) {
            let _ = runner.join();
        }
    }
}
