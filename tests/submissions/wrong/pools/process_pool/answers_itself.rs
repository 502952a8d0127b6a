//! verdict: wrong_result
//! A guess at what the workers would say, without any process.

use std::io;
use std::path::Path;

pub const TRIES: usize = 3;

pub struct ProcessPool;

impl ProcessPool {
    pub fn new(program: &Path, workers: usize) -> io::Result<ProcessPool> {
        assert!(workers > 0);
        std::fs::metadata(program).map(|_| ProcessPool)
    }

    pub fn map(&mut self, jobs: &[String]) -> Vec<Option<String>> {
        jobs.iter()
            .map(|job| Some(format!("a plate of {job}")))
            .collect()
    }
}
