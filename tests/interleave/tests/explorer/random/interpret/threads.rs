//! Threads that start, wait for and wake each other.

use std::sync::Arc;
use std::time::Duration;

use interleave_std::thread::{self, JoinHandle};

use super::{Runner, say};
use crate::random::program::Instr;

impl Runner {
    /// A thread to be: it knows whom its parent knows, and has no children.
    fn child(&self) -> Self {
        Self {
            world: Arc::clone(&self.world),
            log: vec![],
            children: vec![],
            known: self.known.clone(),
            ends: self.ends.for_child(),
        }
    }

    fn start(&mut self, body: &[Instr]) -> JoinHandle<Vec<u32>> {
        let (child, body) = (self.child(), body.to_vec());
        let handle = thread::spawn(move || child.finish(&body));
        self.known.push(handle.thread().clone());
        handle
    }

    pub(super) fn spawn(&mut self, body: &[Instr]) {
        let handle = self.start(body);
        self.children.push(handle);
    }

    pub(super) fn detach(&mut self, body: &[Instr]) {
        drop(self.start(body));
    }

    /// Joins the child of this number, if there is one.
    pub(super) fn join(&mut self, child: usize) {
        if child < self.children.len() {
            let log = self.children.remove(child).join();
            self.log.extend(log.unwrap_or_else(|_| vec![say::PANICKED]));
        }
    }

    pub(super) fn is_finished(&mut self) {
        if let Some(newest) = self.children.last() {
            let finished = newest.is_finished();
            self.log.push(u32::from(finished));
        }
    }

    pub(super) fn scope(&mut self, bodies: &[Vec<Instr>]) {
        let logs: Vec<_> = thread::scope(|scope| {
            let start = |body: &Vec<Instr>| {
                let child = self.child();
                let body = body.clone();
                scope.spawn(move || child.finish(&body))
            };
            let handles: Vec<_> = bodies.iter().map(start).collect();
            handles.into_iter().map(|handle| handle.join()).collect()
        });
        for log in logs {
            self.log.extend(log.unwrap_or_else(|_| vec![say::PANICKED]));
        }
    }

    pub(super) fn parking(&mut self, instr: &Instr) {
        match instr {
            Instr::Park => thread::park(),
            Instr::ParkTimeout => thread::park_timeout(Duration::from_millis(1)),
            Instr::Sleep => thread::sleep(Duration::from_millis(1)),
            Instr::Unpark(number) => {
                if let Some(thread) = self.known.get(*number) {
                    thread.unpark();
                }
            }
            _ => unreachable!("not about parking: {instr:?}"),
        }
    }
}
