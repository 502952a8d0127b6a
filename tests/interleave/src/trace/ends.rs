//! What each unfinished thread holds and waits for.

use super::place;
use crate::object::ObjId;
use crate::op::{Kind, Op, Tid};
use crate::runtime::Rt;
use crate::schedule::{End, Hold, Waits};

impl Rt {
    /// All threads that have not finished, as they stand.
    pub(crate) fn unfinished(&self) -> Vec<End> {
        let unfinished = |t: &Tid| !self.tasks[*t].finished;
        (0..self.tasks.len())
            .filter(unfinished)
            .map(|t| self.end(t))
            .collect()
    }

    fn end(&self, thread: Tid) -> End {
        let task = &self.tasks[thread];
        let hold = |h: &crate::task::Hold| Hold {
            object: h.object as usize,
            place: place(h.loc),
        };
        let blocked = task.pending.filter(|_| !self.enabled(thread));
        End {
            thread,
            holds: task.holds.iter().map(hold).collect(),
            waits: blocked.map(|op| self.waits(thread, op)),
            place: task.pending.and_then(|op| place(op.loc)),
        }
    }

    pub(crate) fn waits(&self, thread: Tid, op: Op) -> Waits {
        let object = op.a as usize;
        let state = |id: ObjId| &self.objects[id as usize];
        match op.k {
            Kind::Lock | Kind::Read | Kind::Write => self.lock(op.a),
            Kind::CvWake | Kind::CvWakeT => match state(op.a).waiters.contains(&(thread, true)) {
                true => self.lock(op.b),
                false => Waits::Notification { condvar: object },
            },
            Kind::Recv => Waits::Item {
                object,
                senders: state(op.a).tx,
            },
            Kind::Send | Kind::SendAck => Waits::Room { object },
            Kind::Join | Kind::JoinScope => Waits::Thread {
                thread: op.arg as usize,
            },
            Kind::Park => Waits::Unpark,
            Kind::Once | Kind::OnceWait => Waits::Initialisation {
                object,
                owner: state(op.a).owner,
            },
            Kind::BarrierPass => Waits::Barrier { object },
            Kind::Select => Waits::Other("a case of select".to_owned()),
            kind => Waits::Other(format!("{kind:?}")),
        }
    }

    fn lock(&self, id: ObjId) -> Waits {
        let lock = &self.objects[id as usize];
        let mut owners = lock.readers.clone();
        owners.extend(lock.owner);
        owners.sort_unstable();
        owners.dedup();
        Waits::Lock {
            object: id as usize,
            owners,
        }
    }
}
