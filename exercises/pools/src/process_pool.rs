//! # Process pool: kitchens that may burn down
//!
//! Some dishes are dangerous: a flame too high, and the whole kitchen is gone. So they are not cooked by cooks in one
//! kitchen but in several small kitchens, each a process of its own. A runner goes to and fro for each of them: he pushes an
//! order through the slot, waits for the plate, and takes the next order from the rail. When a kitchen burns down he opens
//! another one in its place, and tries the same order there. An order that has burnt down three kitchens is given up.
//!
//! **In Python** this is `ProcessPoolExecutor`. There one dead worker breaks the whole pool: every pending future gets
//! `BrokenProcessPool`. `multiprocessing.Pool` replaces the worker and waits for the lost job for ever. Here the job that
//! was in its hands is done again.
//!
//! **Your task**
//! 1. `new`: start `workers` processes of `program`, with pipes to and from them.
//! 2. `map`: give the jobs to the workers. A worker gets a job as one line on its standard input, answers with one line on
//!    its standard output, and waits for the next. A worker that is free takes the next job, so all the workers can be at
//!    work at the same time. Return the answers in the order of the jobs, as they are, without their line break.
//! 3. A worker has died when its answer does not come whole. Start another in its place, and give it the same job. When a job
//!    has seen [`TRIES`] workers die give it up: its answer is `None`. The other jobs do not notice.
//! 4. The workers stay for the next `map`. When the pool is dropped they see the end of their standard input and end by
//!    themselves; none is killed, since it may have something to put away. Wait for each of them, and for those that died
//!    before: no process and no zombie is left.
//!
//! **Leave alone:** the public names, and the folder `tests/`. The fields are yours: change them as you like.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use std::io::{self, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout};

/// How many workers one job may cost.
pub const TRIES: usize = 3;

/// Worker processes that do one job after the other.
pub struct ProcessPool {
    /// What a worker runs.
    program: PathBuf,
    /// The workers, each with its pipes.
    workers: Vec<Worker>,
}

/// A process, and what leads to it and from it.
struct Worker {
    child: Child,
    jobs: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl ProcessPool {
    /// Starts `workers` processes of `program`, at least one.
    ///
    /// # Errors
    ///
    /// When a process cannot be started.
    pub fn new(program: &Path, workers: usize) -> io::Result<ProcessPool> {
        // TODO 1
        todo!("start {workers} times {program:?}")
    }

    /// Has the `jobs` done, each of them one line. Returns their answers in the order of the jobs; `None` for a job that was
    /// given up.
    pub fn map(&mut self, jobs: &[String]) -> Vec<Option<String>> {
        // TODO 2: somebody must wait for each worker. Who takes the next job?
        // TODO 3: how does one notice that a worker has died?
        let _ = (&self.program, &self.workers);
        todo!("have {jobs:?} done")
    }
}

impl Drop for ProcessPool {
    fn drop(&mut self) {
        // TODO 4: what does a worker wait for? What do you wait for?
        for Worker {
            child,
            jobs,
            answers,
        } in self.workers.drain(..)
        {
            let _ = (child, jobs, answers);
        }
    }
}
