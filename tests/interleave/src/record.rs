//! The steps of a recorded execution.

use crate::op::{Kind, Loc, Op, Tid};
use crate::runtime::{Rt, active, with};
use crate::schedule::{Action, Step, Waits};
use crate::trace::place;
use std::panic::Location;

impl Rt {
    /// Whether steps are recorded.
    fn is_recorded(&self) -> bool {
        self.trace.is_some()
    }

    /// Whom `op` will wake, by number; asked before it is performed, and only while recording.
    pub(crate) fn to_be_woken(&self, op: Op) -> Vec<Tid> {
        if op.k != Kind::NotifyAll || !self.is_recorded() {
            return Vec::new();
        }
        let waiters = self.objects[op.a as usize].waiters.iter();
        waiters.filter(|w| !w.1).map(|w| w.0).collect()
    }

    /// Records that the running thread performed `op`.
    pub(crate) fn record(&mut self, op: Op, result: u64, woken: Vec<Tid>) {
        if self.is_recorded() {
            let action = match self.action(op, result) {
                Action::Notify {
                    condvar, all: true, ..
                } => Action::Notify {
                    condvar,
                    all: true,
                    woken,
                },
                action => action,
            };
            self.push_step(action, Some(op.loc));
        }
    }

    /// Adds a step of the running thread to the recording, if there is one.
    pub(crate) fn push_step(&mut self, action: Action, loc: Option<&Location<'_>>) {
        if !self.is_recorded() {
            return;
        }
        // A guard that is dropped has no line of its own: facades give the one where the lock was taken.
        let dropped = matches!(action, Action::Unlock { .. });
        let remark = matches!(action, Action::Remark(_) | Action::Panic(_));
        let step = Step {
            thread: self.cur,
            note: String::new(),
            place: loc.filter(|_| !dropped).and_then(place),
            preempts: if remark { None } else { self.preempted.take() },
            action,
        };
        self.trace.get_or_insert_default().push(step);
    }

    /// Records that `thread`, which ran last, cannot go on: that explains why another one is chosen. Who waits for a
    /// notification or for the end of a thread has said so already.
    pub(crate) fn record_block(&mut self, thread: Tid) {
        let Some(op) = self.tasks[thread]
            .pending
            .filter(|_| self.is_recorded() && !self.enabled(thread))
        else {
            return;
        };
        let waits = self.waits(thread, op);
        if matches!(waits, Waits::Notification { .. } | Waits::Thread { .. }) {
            return;
        }
        self.trace.get_or_insert_default().push(Step {
            thread,
            action: Action::Blocked(waits),
            note: String::new(),
            place: place(op.loc),
            preempts: None,
        });
    }

    /// The last step of the running thread.
    fn last_step(&mut self) -> Option<&mut Step> {
        let me = self.cur;
        let own = |s: &&mut Step| !s.is_remark() && s.thread == me;
        self.trace.iter_mut().flatten().rev().find(own)
    }
}

/// Adds a note (an error, a choice ...) to the operation granted last. Evaluated only while an execution is recorded.
pub fn note(text: impl FnOnce() -> String) {
    if active() && with(|rt| rt.is_recorded()) {
        let text = text();
        with(|rt| {
            rt.last_step()
                .into_iter()
                .for_each(|s| s.note.push_str(&text))
        });
    }
}

/// Says what the operation granted last did, values included, where the facade knows better than the engine. Objects are
/// their numbers in this execution. Evaluated only while an execution is recorded.
pub fn happened(action: impl FnOnce() -> Action) {
    if active() && with(|rt| rt.is_recorded()) {
        let action = action();
        with(|rt| {
            rt.last_step()
                .into_iter()
                .for_each(|s| s.action = action.clone())
        });
    }
}

/// Adds a line of its own to the recording (output ...) that is not a step.
pub fn remark(text: String, loc: Option<Loc>) {
    if active() {
        with(|rt| rt.push_step(Action::Remark(text), loc));
    }
}
