//! Atomics, fences, plain memory, and what happens once.

use std::sync::Arc;
use std::sync::atomic::Ordering::{AcqRel, Relaxed, SeqCst};

use interleave_std::sync::atomic::fence;

use super::{Runner, say};
use crate::random::program::Instr;

impl Runner {
    pub(super) fn atomic(&mut self, instr: &Instr) {
        let world = Arc::clone(&self.world);
        match *instr {
            Instr::Load(object, ordering) => self.log.push(world.atomics[object].load(ordering)),
            Instr::Store(object, value, ordering) => world.atomics[object].store(value, ordering),
            Instr::Add(object, value, ordering) => self
                .log
                .push(world.atomics[object].fetch_add(value, ordering)),
            Instr::CompareExchange(object, old, new, ordering) => {
                let failure = if matches!(ordering, SeqCst) {
                    SeqCst
                } else {
                    Relaxed
                };
                let found = world.atomics[object].compare_exchange(old, new, ordering, failure);
                self.log.push(found.unwrap_or_else(|other| 100 + other));
            }
            Instr::Fence(ordering) => fence(ordering),
            Instr::Access(cell) => world.cells.access(cell),
            _ => unreachable!("not an access to memory: {instr:?}"),
        }
    }

    pub(super) fn get_or_init(&mut self, value: u32, body: &[Instr]) {
        let world = Arc::clone(&self.world);
        let found = *world.value.get_or_init(|| {
            self.run(body);
            value
        });
        self.log.push(found);
    }

    pub(super) fn once_get(&mut self) {
        self.log
            .push(self.world.value.get().copied().unwrap_or(say::NOTHING));
    }

    pub(super) fn call_once(&mut self) {
        let world = &self.world;
        world.once.call_once(|| {
            world.atomics[0].fetch_add(1, AcqRel);
        });
    }
}
