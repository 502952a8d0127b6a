//! # Process pool: kitchens that may burn down
//!
//! Some dishes are dangerous: a flame too high, and the whole kitchen is gone. So they are not cooked by cooks in one
//! kitchen but in several small kitchens, each a process of its own. A runner goes to and fro for each of them: he pushes an
//! order through the slot, waits for the plate, and takes the next order from the rail. When a kitchen burns down he opens
//! another one in its place, and tries the same order there. An order that has burnt down three kitchens is given up.

use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::Mutex;
use std::thread;

/// How many workers one job may cost.
pub const TRIES: usize = 3;

/// Worker processes that do one job after the other.
pub struct ProcessPool {
    /// The workers. One whose replacement could not be started stays as it is and is tried again with the next job.
    workers: Vec<Worker>,
}

/// A process, and what leads to it and from it.
struct Worker {
    program: PathBuf,
    child: Child,
    /// `None` when the pipe is closed: then the process sees the end of its input.
    jobs: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl ProcessPool {
    /// Starts `workers` processes of `program`, at least one.
    ///
    /// # Errors
    ///
    /// When a process cannot be started.
    pub fn new(program: &Path, workers: usize) -> io::Result<ProcessPool> {
        let workers = (0..workers).map(|_| Worker::start(program));
        Ok(ProcessPool {
            workers: workers.collect::<io::Result<_>>()?,
        })
    }

    /// Has the `jobs` done, each of them one line. Returns their answers in the order of the jobs; `None` for a job that was
    /// given up.
    ///
    /// # Panics
    ///
    /// When the system has no thread left.
    pub fn map(&mut self, jobs: &[String]) -> Vec<Option<String>> {
        let rail = Mutex::new(jobs.iter().zip(0..));
        let answers = Mutex::new(vec![None; jobs.len()]);
        thread::scope(|scope| {
            for worker in &mut self.workers {
                scope.spawn(|| {
                    // `next` is a function of its own: in `while let … = rail.lock()…` the lock would be held all the
                    // while that the worker works.
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

    /// The decisive lines: the job stays in the runner's hand until its answer is there. A worker that dies takes nothing
    /// with it, since it only had a copy.
    fn until_done(&mut self, job: &str) -> Option<String> {
        for _ in 0..TRIES {
            if let Some(answer) = self.ask(job) {
                return Some(answer);
            }
            let replaced = Worker::start(&self.program);
            if let Ok(worker) = replaced {
                // The dead one is dropped here, and waited for.
                *self = worker;
            }
        }
        None
    }

    fn ask(&mut self, job: &str) -> Option<String> {
        let mut answer = String::new();
        // One `write`, so that no half job stands in the pipe. To a dead worker it fails, or what it wrote is lost.
        let line = format!("{job}\n");
        self.jobs.as_mut()?.write_all(line.as_bytes()).ok()?;
        self.answers.read_line(&mut answer).ok()?;
        // Nothing is the end of the stream, and a line without its end is half an answer: in both cases it died.
        answer.strip_suffix('\n').map(str::to_string)
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // First close, then wait: it ends when its input ends.
        self.jobs = None;
        let _ = self.child.wait();
    }
}

// Wrong turns
// - the job is taken off the rail and the worker dies: nobody does it (wrong/loses_the_job.rs).
// - no end of the stream is looked for: the runner reads from a dead worker for ever (wrong/waits_for_the_dead.rs).
// - the lock of the rail is held while a worker works: one at a time (wrong/lock_held_while_working.rs is serial).
// - the dead are replaced and not buried: a zombie each (wrong/leaves_zombies.rs leaks).
// - wait before the pipe is closed: it waits for a job, you wait for it (wrong/waits_before_closing.rs).
// - kill instead of close: what a worker would have put away at its end is lost (wrong/kills_the_idle.rs).
