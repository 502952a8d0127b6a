//! The lines of a recorded execution.

use crate::op::{Loc, Op};
use crate::runtime::{Event, Rt, active, with};
use crate::table;

impl Rt {
    /// Records that the running thread performed `op`.
    pub(crate) fn record(&mut self, op: Op, result: u64) {
        if self.trace.is_none() || self.abort.is_some() {
            return;
        }
        let text = table::op_text(self, op, result);
        self.push_event(text, Some(op.loc), true);
    }

    /// Adds a line to the recording, if there is one and the execution still counts.
    pub(crate) fn push_event(&mut self, text: String, loc: Option<Loc>, step: bool) {
        let tid = self.cur;
        if self.abort.is_none()
            && let Some(trace) = self.trace.as_mut()
        {
            trace.push(Event {
                tid,
                text,
                loc,
                step,
            });
        }
    }

    fn annotate(&mut self, text: &str) {
        let me = self.cur;
        let own = |e: &&mut Event| e.step && e.tid == me;
        if let Some(event) = self.trace.iter_mut().flatten().rev().find(own) {
            event.text.push_str(text);
        }
    }
}

/// Adds a note (a value, a line of output ...) to the operation granted last. Evaluated only while a trace is recorded.
pub fn note(text: impl FnOnce() -> String) {
    if active() && with(|rt| rt.trace.is_some() && rt.abort.is_none()) {
        let text = text();
        with(|rt| rt.annotate(&text));
    }
}

/// Adds a line of its own to the trace (output, a panic ...) that is not a step.
pub fn remark(text: String, loc: Option<Loc>) {
    if active() {
        with(|rt| rt.push_event(text, loc, false));
    }
}
