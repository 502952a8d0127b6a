//! Happens-before through locks, channels, joins and the like: who learns what from whom. Atomics carry their own views,
//! see the module `memory`.
//!
//! Each rule is what std promises and no more. A lock hands on what its holders knew, an item what its sender knew.
//! Condition variables and readers of a lock promise nothing to one another.

use crate::apply::{CLOSED, DONE, NOT_NOW};
use crate::object::Object;
use crate::op::{Kind, Op, Tid};
use crate::runtime::Rt;
use crate::view::View;

impl Rt {
    /// Thread `t` has performed `op` with this result.
    pub(crate) fn synchronise(&mut self, t: Tid, op: Op, result: u64) {
        match op.k {
            Kind::Join | Kind::JoinScope => {
                let view = self.tasks[op.arg as usize].view.clone();
                self.tasks[t].view.join(&view);
            }
            Kind::Unpark => {
                let view = self.tasks[t].view.clone();
                self.tasks[op.arg as usize].token_view.join(&view);
            }
            Kind::Park | Kind::ParkT if result == DONE => {
                let task = &mut self.tasks[t];
                task.view.join(&task.token_view);
            }
            Kind::CvWait | Kind::CvWake | Kind::CvWakeT => {
                let mutex = &mut self.objects[op.b as usize];
                mutex.exchange(op.k, result, 0, &mut self.tasks[t].view);
            }
            _ => {
                if let Some(object) = self.objects.get_mut(op.a as usize) {
                    object.exchange(op.k, result, op.arg, &mut self.tasks[t].view);
                }
            }
        }
    }
}

impl Object {
    fn exchange(&mut self, k: Kind, result: u64, arg: u64, mine: &mut View) {
        match k {
            Kind::Lock | Kind::CvWake | Kind::CvWakeT | Kind::Read => mine.join(&self.view),
            Kind::TryLock | Kind::TryRead if result != NOT_NOW => mine.join(&self.view),
            Kind::Write => self.learn_as_writer(mine),
            Kind::TryWrite if result != NOT_NOW => self.learn_as_writer(mine),
            Kind::Unlock | Kind::WUnlock | Kind::Downgrade | Kind::CvWait => self.view.join(mine),
            Kind::RUnlock | Kind::DropRx => self.read_view.join(mine),
            Kind::Once => mine.join(&self.view),
            Kind::OnceDone | Kind::DropTx => self.view.join(mine),
            Kind::OnceGet if result == DONE => mine.join(&self.view),
            Kind::OnceWait => mine.join(&self.view),
            Kind::Barrier => self.meet(result, mine),
            Kind::BarrierPass => mine.join(&self.read_view),
            _ => self.exchange_item(k, result, arg, mine),
        }
    }

    fn learn_as_writer(&self, mine: &mut View) {
        mine.join(&self.view);
        mine.join(&self.read_view);
    }

    /// The last one to arrive hands on what all of this generation knew.
    fn meet(&mut self, result: u64, mine: &mut View) {
        self.view.join(mine);
        if result == DONE {
            mine.join(&self.view);
            self.read_view = self.view.clone();
        }
    }

    fn exchange_item(&mut self, k: Kind, result: u64, arg: u64, mine: &mut View) {
        match (k, result) {
            (Kind::Send | Kind::TrySend, DONE) => {
                let needed = (self.sent - 1).checked_sub(self.cap.max(1) as u64);
                if let Some(room) = needed.and_then(|n| self.room_views.get(n as usize)) {
                    mine.join(room);
                }
                self.item_views.push_back(mine.clone());
            }
            (Kind::Recv | Kind::RecvT | Kind::TryRecv, DONE) => {
                let item = self.item_views.pop_front();
                mine.join(&item.unwrap_or_default());
                if self.cap != usize::MAX {
                    self.room_views.push(mine.clone());
                }
            }
            (Kind::Recv | Kind::RecvT | Kind::TryRecv, CLOSED) => mine.join(&self.view),
            (Kind::Send | Kind::TrySend, CLOSED) => mine.join(&self.read_view),
            (Kind::SendAck, _) => {
                if let Some(taken) = self.room_views.get(arg as usize) {
                    mine.join(taken);
                }
            }
            _ => {}
        }
    }
}
