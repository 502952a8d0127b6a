//! Weak memory: which message a load may read and what threads learn from one another.

use crate::announce::choose;
use crate::object::{NONE, ObjId, obj};
use crate::op::{Kind, Op, Tid};
use crate::runtime::{Rt, with};
use std::sync::atomic::Ordering::{self, AcqRel, Acquire, Release, SeqCst};

/// After this many stale loads of one atomic in a row a thread reads the newest message: stores are seen eventually.
const MAX_STALE: u32 = 2;

fn acquires(order: Ordering) -> bool {
    matches!(order, Acquire | AcqRel | SeqCst)
}

fn releases(order: Ordering) -> bool {
    matches!(order, Release | AcqRel | SeqCst)
}

impl Rt {
    fn newest(&self, o: ObjId) -> u32 {
        self.objects[o as usize].msgs.len() as u32 - 1
    }

    /// The oldest and the newest message of `o` that thread `t` may read.
    fn candidates(&self, t: Tid, o: ObjId, order: Ordering) -> (u32, u32) {
        let newest = self.newest(o);
        let task = &self.tasks[t];
        if task
            .stale
            .is_some_and(|(object, n)| object == o && n >= MAX_STALE)
        {
            return (newest, newest);
        }
        let known = task.view.at(o);
        let oldest = if order == SeqCst {
            known.max(self.sc.at(o))
        } else {
            known
        };
        (oldest, newest)
    }

    fn read(&mut self, t: Tid, o: ObjId, timestamp: u32, order: Ordering) {
        let newest = self.newest(o);
        let message = &self.objects[o as usize].msgs[timestamp as usize];
        let task = &mut self.tasks[t];
        let before = task.stale.filter(|s| s.0 == o).map_or(0, |s| s.1);
        task.stale = (timestamp < newest).then_some((o, before + 1));
        task.view.raise(o, timestamp);
        if acquires(order) {
            task.view.join(message);
        } else {
            task.acq.join(message);
        }
    }

    fn write(&mut self, t: Tid, o: ObjId, order: Ordering, continues_release: bool) {
        let task = &mut self.tasks[t];
        let messages = &mut self.objects[o as usize].msgs;
        let timestamp = messages.len() as u32;
        task.view.raise(o, timestamp);
        let mut message = if releases(order) {
            task.view.clone()
        } else {
            task.rel.clone()
        };
        message.raise(o, timestamp);
        if continues_release {
            message.join(&messages[timestamp as usize - 1]);
        }
        messages.push(message);
        if order == SeqCst {
            self.sc.raise(o, timestamp);
        }
    }

    /// Happens-before through locks, channels, joins and the like; atomics carry their own.
    pub(crate) fn synchronise(&mut self, t: Tid, op: Op) {
        match op.k {
            Kind::Load | Kind::Store | Kind::Rmw | Kind::Fence | Kind::Access => {}
            Kind::Join | Kind::JoinScope => {
                let view = self.tasks[op.arg as usize].view.clone();
                self.tasks[t].view.join(&view);
            }
            Kind::Unpark => {
                let view = self.tasks[t].view.clone();
                self.tasks[op.arg as usize].acq.join(&view);
            }
            Kind::Park | Kind::ParkT => {
                let task = &mut self.tasks[t];
                task.view.join(&task.acq);
            }
            _ => {
                for o in op.objects() {
                    let (task, object) = (&mut self.tasks[t], &mut self.objects[o as usize]);
                    task.view.join(&object.view);
                    object.view.join(&task.view);
                }
            }
        }
    }
}

/// The message that a granted load reads: `None` for the newest, else the old value that it still sees.
pub fn load_message(o: ObjId, order: Ordering) -> Option<u64> {
    let (oldest, newest) = with(|rt| rt.candidates(rt.cur, o, order));
    let timestamp = newest - choose((newest - oldest + 1) as usize) as u32;
    with(|rt| rt.read(rt.cur, o, timestamp, order));
    if timestamp == newest {
        return None;
    }
    obj(o, |o| o.vals.get(timestamp as usize).copied())
}

/// Records a granted store; `old` is the value that it overwrites.
pub fn store_message(o: ObjId, old: u64, order: Ordering) {
    with(|rt| {
        rt.object(o).vals.push(old);
        rt.write(rt.cur, o, order, false);
    });
}

/// Records a granted read-modify-write. With `failure`, a compare-and-exchange found another value than it expected.
pub fn rmw_message(o: ObjId, old: u64, order: Ordering, failure: Option<Ordering>) {
    with(|rt| {
        let newest = rt.newest(o);
        rt.read(rt.cur, o, newest, failure.unwrap_or(order));
        if failure.is_none() {
            rt.object(o).vals.push(old);
            rt.write(rt.cur, o, order, true);
        }
    });
}

/// Performs a granted fence.
pub fn fence(order: Ordering) {
    with(|rt| {
        let task = &mut rt.tasks[rt.cur];
        if acquires(order) {
            task.view.join(&task.acq);
        }
        if order == SeqCst {
            task.view.join(&rt.sc);
            rt.sc.join(&task.view);
        }
        if releases(order) {
            task.rel = task.view.clone();
        }
    });
}

/// Performs a granted access through `UnsafeCell::get`. False is a data race: it does not know of every earlier access.
pub fn access(o: ObjId) -> bool {
    debug_assert_ne!(o, NONE, "an access names its cell");
    with(|rt| {
        let newest = rt.newest(o);
        let ordered = rt.running().view.at(o) == newest || rt.abort.is_some();
        rt.object(o).msgs.push(Default::default());
        rt.running().view.raise(o, newest + 1);
        ordered
    })
}
