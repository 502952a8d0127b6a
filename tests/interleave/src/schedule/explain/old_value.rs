//! A read of an old value: the newer one had been written, but nothing made the reader see it.

use crate::schedule::{Action, Schedule};

pub(super) fn find(s: &Schedule) -> Option<String> {
    s.steps.iter().enumerate().find_map(|(i, step)| {
        let Action::Read { object, value: Some(value), newest: Some(newest), .. } = &step.action else {
            return None;
        };
        Some(format!(
            "old value: {} read {value} from {}{} although {newest} had been written: nothing between the two threads made \
             that write visible to it.",
            s.thread(step.thread),
            s.object(*object),
            s.at(i),
        ))
    })
}
