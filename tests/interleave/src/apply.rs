//! What a granted operation does to the model's state.

use crate::object::{ObjId, Object};
use crate::op::{Kind, Op, Tid};
use crate::runtime::Rt;
use crate::task::Hold;

/// Results of operations that may not succeed at once.
pub(crate) const NOT_NOW: u64 = 0;
/// It succeeded.
pub(crate) const DONE: u64 = 1;
/// The other side is gone.
pub(crate) const CLOSED: u64 = 2;

impl Rt {
    /// Performs the transition of `op` by thread `t` and returns its result, whose meaning depends on the kind.
    pub(crate) fn apply(&mut self, t: Tid, op: Op) -> u64 {
        match op.k {
            Kind::Lock | Kind::Write => self.acquire(t, op.a, op),
            Kind::Read => self.acquire_shared(t, op),
            Kind::TryLock | Kind::TryWrite if !self.object(op.a).is_free() => NOT_NOW,
            Kind::TryLock | Kind::TryWrite => self.acquire(t, op.a, op),
            Kind::TryRead if self.object(op.a).owner.is_some() => NOT_NOW,
            Kind::TryRead => self.acquire_shared(t, op),
            Kind::Unlock | Kind::WUnlock => self.release(t, op.a),
            Kind::RUnlock => self.release_shared(t, op.a),
            Kind::Downgrade => {
                self.object(op.a).owner = None;
                self.object(op.a).readers.push(t);
                DONE
            }
            Kind::CvWait => {
                self.object(op.a).waiters.push((t, false));
                self.release(t, op.b)
            }
            Kind::CvWake | Kind::CvWakeT => self.wake(t, op),
            Kind::NotifyAll => self.notify_all(op.a),
            Kind::Send | Kind::TrySend => self.object(op.a).send(op.k),
            Kind::Recv | Kind::TryRecv | Kind::RecvT => self.object(op.a).receive(),
            Kind::Park | Kind::ParkT => self.take_token(t, op.k),
            Kind::IsFinished => u64::from(self.tasks[op.arg as usize].finished),
            Kind::Once => self.start_once(t, op),
            Kind::OnceGet => u64::from(self.object(op.a).ver == 2),
            Kind::OnceDone => {
                self.object(op.a).ver = op.arg;
                self.release(t, op.a)
            }
            Kind::Barrier => self.object(op.a).arrive(),
            _ => self.apply_simple(op),
        }
    }

    /// Transitions of one line, without a result.
    fn apply_simple(&mut self, op: Op) -> u64 {
        match op.k {
            Kind::Store | Kind::Rmw => self.object(op.a).ver += 1,
            Kind::DropTx => self.object(op.a).tx -= 1,
            Kind::DropRx => self.object(op.a).rx -= 1,
            Kind::Join | Kind::JoinScope => self.panic_seen(op.arg as Tid),
            Kind::Enter => self.object(op.a).enter(),
            Kind::Leave => self.object(op.a).len -= 1,
            Kind::Unpark => return self.give_token(op.arg as Tid),
            Kind::Peak => return self.object(op.a).ver,
            _ => {}
        }
        NOT_NOW
    }

    /// Whoever waits for a thread learns of its panic.
    pub(crate) fn panic_seen(&mut self, t: Tid) {
        self.lost.retain(|(tid, _)| *tid != t);
    }

    pub(crate) fn object(&mut self, id: ObjId) -> &mut Object {
        &mut self.objects[id as usize]
    }

    fn hold(&mut self, t: Tid, object: ObjId, op: Op) {
        self.tasks[t].holds.push(Hold {
            object,
            loc: op.loc,
        });
    }

    fn acquire(&mut self, t: Tid, lock: ObjId, op: Op) -> u64 {
        self.object(lock).owner = Some(t);
        self.hold(t, lock, op);
        DONE
    }

    fn acquire_shared(&mut self, t: Tid, op: Op) -> u64 {
        self.object(op.a).readers.push(t);
        self.hold(t, op.a, op);
        DONE
    }

    fn release(&mut self, t: Tid, lock: ObjId) -> u64 {
        self.object(lock).owner = None;
        self.tasks[t].release(lock);
        DONE
    }

    fn release_shared(&mut self, t: Tid, lock: ObjId) -> u64 {
        let readers = &mut self.object(lock).readers;
        if let Some(i) = readers.iter().position(|&reader| reader == t) {
            readers.swap_remove(i);
        }
        self.tasks[t].release_one(lock);
        DONE
    }

    /// Leaves the condition variable; the result says whether a notification was the reason.
    fn wake(&mut self, t: Tid, op: Op) -> u64 {
        let waiters = &mut self.object(op.a).waiters;
        let i = waiters
            .iter()
            .position(|&(waiter, _)| waiter == t)
            .expect("a thread wakes from where it waits");
        let (_, notified) = waiters.remove(i);
        if !notified && op.k == Kind::CvWake {
            self.tasks[t].spurious_left -= 1;
        }
        if notified {
            self.tasks[t].time_outs = 0;
        }
        self.acquire(t, op.b, op);
        u64::from(notified)
    }

    /// The result counts the threads that this call wakes.
    fn notify_all(&mut self, condvar: ObjId) -> u64 {
        let mut woken = 0;
        for (_, notified) in &mut self.object(condvar).waiters {
            woken += u64::from(!*notified);
            *notified = true;
        }
        woken
    }

    /// The result says whether it had none before.
    fn give_token(&mut self, t: Tid) -> u64 {
        let had = std::mem::replace(&mut self.tasks[t].token, true);
        u64::from(!had)
    }

    /// The result says whether there was a token.
    fn take_token(&mut self, t: Tid, kind: Kind) -> u64 {
        let had = std::mem::take(&mut self.tasks[t].token);
        if !had && kind == Kind::Park {
            self.tasks[t].spurious_left -= 1;
        }
        u64::from(had)
    }

    /// 0: done already. 1: this thread initialises. 3: it does, after another one has panicked at it.
    fn start_once(&mut self, t: Tid, op: Op) -> u64 {
        let state = self.object(op.a).ver;
        if state == 2 {
            return 0;
        }
        self.object(op.a).ver = 1;
        self.acquire(t, op.a, op);
        if state == 3 { 3 } else { 1 }
    }
}

impl Object {
    fn send(&mut self, kind: Kind) -> u64 {
        if self.rx == 0 {
            return CLOSED;
        }
        let room = self.len < self.cap.max(1) && (self.cap > 0 || kind == Kind::Send);
        if !room {
            return NOT_NOW;
        }
        self.len += 1;
        self.sent += 1;
        DONE
    }

    fn receive(&mut self) -> u64 {
        if self.len > 0 {
            self.len -= 1;
            self.ver += 1;
            return DONE;
        }
        if self.tx == 0 { CLOSED } else { NOT_NOW }
    }

    /// The result says whether this arrival was the last one and opens the barrier.
    fn arrive(&mut self) -> u64 {
        self.len += 1;
        if self.len < self.cap {
            return 0;
        }
        self.len = 0;
        self.ver += 1;
        1
    }

    fn enter(&mut self) {
        self.len += 1;
        self.ver = self.ver.max(self.len as u64);
    }
}
