//! Labels: what a step did, as far as the order of steps is concerned.

use crate::apply::DONE;
use crate::object::ObjId;
use crate::op::{Kind, Op, Tid};
use crate::runtime::Rt;

/// One step of one thread. Two steps commute if their labels say so, see [`dependent`](crate::dependence::dependent):
/// the more a label knows of the step's result, the more commutes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Label {
    pub(crate) tid: Tid,
    pub(crate) k: Kind,
    pub(crate) a: ObjId,
    pub(crate) b: ObjId,
    pub(crate) arg: u64,
    /// The operation's result; `None` before it is performed.
    pub(crate) result: Option<u64>,
    /// Channels: the number of the item that was sent or received. Notifications: the thread that is woken.
    pub(crate) number: u64,
    /// Bounded channels: the number of the item whose receipt made the room for this one.
    pub(crate) needs: Option<u64>,
    /// Whether the thread ended with this step.
    pub(crate) ends: bool,
    /// Whether the step let others go first and had to wait for it.
    pub(crate) yields: bool,
    /// Whether the thread may wake for no reason.
    pub(crate) spurious: bool,
}

impl Label {
    /// The label of a step that has not been taken: it may turn out in every way.
    pub(crate) fn pending(tid: Tid, op: Op) -> Label {
        Label {
            tid,
            k: op.k,
            a: op.a,
            b: op.b,
            arg: op.arg,
            result: None,
            number: u64::MAX,
            needs: None,
            ends: false,
            yields: false,
            spurious: false,
        }
    }

    /// The same step where it might turn out otherwise.
    pub(crate) fn unknown(self) -> Label {
        Label {
            result: None,
            number: u64::MAX,
            needs: None,
            arg: if self.k == Kind::Fence { 0 } else { self.arg },
            ..self
        }
    }

    /// Whether the result is known to be `result`.
    pub(crate) fn is(&self, result: u64) -> bool {
        self.result == Some(result)
    }

    /// Whether the step names `object`.
    pub(crate) fn names(&self, object: ObjId) -> bool {
        self.a == object || self.b == object
    }
}

impl Rt {
    /// The label of `op`, which thread `t` has just performed.
    pub(crate) fn label(&self, t: Tid, op: Op, result: u64, yields: bool) -> Label {
        let mut label = Label {
            result: Some(result),
            yields,
            spurious: self.spurious > 0,
            ..Label::pending(t, op)
        };
        match op.k {
            Kind::Send | Kind::TrySend if result == DONE => {
                let channel = &self.objects[op.a as usize];
                label.number = channel.sent - 1;
                label.needs = label.number.checked_sub(channel.cap.max(1) as u64);
            }
            Kind::Recv | Kind::RecvT | Kind::TryRecv if result == DONE => {
                label.number = self.objects[op.a as usize].ver - 1;
            }
            Kind::SendAck => {
                let taken = self.objects[op.a as usize].ver > op.arg;
                label.result = Some(u64::from(taken));
            }
            _ => {}
        }
        label
    }

    /// The label of the step that thread `t` would take next.
    pub(crate) fn pending_label(&self, t: Tid) -> Option<Label> {
        let task = &self.tasks[t];
        Some(Label {
            yields: task.is_yield,
            spurious: self.spurious > 0,
            ..Label::pending(t, task.pending?)
        })
    }
}
