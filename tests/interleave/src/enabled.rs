//! When an announced operation can be performed.

use crate::object::{ObjId, Object};
use crate::op::{Kind, Tid};
use crate::runtime::Rt;
use crate::task::Case;

impl Object {
    /// Whether a receive finds an item or learns that none will come.
    fn can_receive(&self) -> bool {
        self.len > 0 || self.tx == 0
    }

    /// Whether a send finds room, or learns that nobody receives. A rendezvous channel (room 0) has one slot for the
    /// item on offer.
    fn can_send(&self) -> bool {
        self.rx == 0 || self.len < self.cap.max(1)
    }

    /// Whether thread `t` waits here and has been notified.
    pub(crate) fn has_notified(&self, t: Tid) -> bool {
        self.waiters
            .iter()
            .any(|&(waiter, notified)| waiter == t && notified)
    }
}

impl Rt {
    /// Whether thread `t` could perform its pending operation now.
    pub(crate) fn enabled(&self, t: Tid) -> bool {
        let task = &self.tasks[t];
        let Some(op) = task.pending.filter(|_| !task.finished) else {
            return false;
        };
        let object = |id: ObjId| &self.objects[id as usize];
        let spurious = task.spurious_left > 0;
        match op.k {
            Kind::Lock | Kind::Write => object(op.a).is_free(),
            Kind::Read | Kind::Once => object(op.a).owner.is_none(),
            Kind::CvWake => object(op.b).is_free() && (spurious || object(op.a).has_notified(t)),
            Kind::CvWakeT => object(op.b).is_free(),
            Kind::Send => object(op.a).can_send(),
            Kind::SendAck => object(op.a).rx == 0 || object(op.a).ver > op.arg,
            Kind::Recv => object(op.a).can_receive(),
            Kind::Join | Kind::JoinScope => self.tasks[op.arg as usize].finished,
            Kind::Park => task.token || spurious,
            Kind::OnceWait => object(op.a).ver == 2,
            Kind::Select => op.arg == 1 || task.cases.iter().any(|&c| self.is_ready(c)),
            Kind::BarrierPass => object(op.a).ver != op.arg,
            _ => true,
        }
    }

    /// Whether this case of a `select!` could be performed now.
    pub(crate) fn is_ready(&self, case: Case) -> bool {
        match case {
            Case::Recv(id) => self.objects[id as usize].can_receive(),
            Case::Send(id) => {
                let channel = &self.objects[id as usize];
                channel.rx == 0 || channel.len < channel.cap
            }
        }
    }
}
