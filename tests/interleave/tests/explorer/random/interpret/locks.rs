//! Locks, condition variables and the barrier.

use std::sync::Arc;
use std::time::Duration;

use interleave_std::sync::{
    LockResult, MutexGuard, PoisonError, RwLockWriteGuard, TryLockError, TryLockResult,
};

use super::{Runner, say};
use crate::random::program::Instr;

impl Runner {
    /// The guard in any case; the log says whether the lock was poisoned.
    fn guard<G>(&mut self, result: LockResult<G>) -> G {
        result.unwrap_or_else(|poisoned| {
            self.log.push(say::POISONED);
            PoisonError::into_inner(poisoned)
        })
    }

    fn try_guard<G>(&mut self, result: TryLockResult<G>) -> Option<G> {
        match result {
            Ok(guard) => Some(guard),
            Err(TryLockError::Poisoned(poisoned)) => Some(self.guard(Err(poisoned))),
            Err(TryLockError::WouldBlock) => {
                self.log.push(say::WOULD_BLOCK);
                None
            }
        }
    }

    fn locked(&mut self, mut value: MutexGuard<'_, u32>, body: &[Instr]) {
        *value += 1;
        self.log.push(*value);
        self.run(body);
    }

    pub(super) fn lock(&mut self, object: usize, body: &[Instr]) {
        let world = Arc::clone(&self.world);
        let value = self.guard(world.mutexes[object].lock());
        self.locked(value, body);
    }

    pub(super) fn try_lock(&mut self, object: usize, body: &[Instr]) {
        let world = Arc::clone(&self.world);
        if let Some(value) = self.try_guard(world.mutexes[object].try_lock()) {
            self.locked(value, body);
        }
    }

    pub(super) fn condition(&mut self, instr: &Instr) {
        let world = Arc::clone(&self.world);
        match instr {
            Instr::NotifyOne => return world.changed.notify_one(),
            Instr::NotifyAll => return world.changed.notify_all(),
            _ => {}
        }
        let value = self.guard(world.mutexes[0].lock());
        let value = match instr {
            Instr::Wait => self.guard(world.changed.wait(value)),
            Instr::WaitWhileZero => {
                self.guard(world.changed.wait_while(value, |value| *value == 0))
            }
            _ => {
                let (value, wait) =
                    self.guard(world.changed.wait_timeout(value, Duration::from_millis(1)));
                self.log.push(u32::from(wait.timed_out()));
                value
            }
        };
        self.locked(value, &[]);
    }

    pub(super) fn read(&mut self, body: &[Instr]) {
        let world = Arc::clone(&self.world);
        let value = self.guard(world.table.read());
        self.log.push(*value);
        self.run(body);
    }

    pub(super) fn write(&mut self, value: u32, body: &[Instr]) {
        let world = Arc::clone(&self.world);
        let mut table = self.guard(world.table.write());
        *table = *table * 3 + value;
        self.run(body);
    }

    pub(super) fn downgrade(&mut self, value: u32, body: &[Instr]) {
        let world = Arc::clone(&self.world);
        let mut table = self.guard(world.table.write());
        *table = *table * 3 + value;
        let table = RwLockWriteGuard::downgrade(table);
        self.log.push(*table);
        self.run(body);
    }

    pub(super) fn try_read(&mut self) {
        let world = Arc::clone(&self.world);
        if let Some(table) = self.try_guard(world.table.try_read()) {
            self.log.push(*table);
        }
    }

    pub(super) fn try_write(&mut self, value: u32) {
        let world = Arc::clone(&self.world);
        if let Some(mut table) = self.try_guard(world.table.try_write()) {
            *table = *table * 3 + value;
        }
    }

    pub(super) fn meet(&mut self) {
        let leads = self.world.barrier.wait().is_leader();
        self.log.push(u32::from(leads));
    }
}
