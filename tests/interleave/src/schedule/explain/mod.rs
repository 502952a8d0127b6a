//! A diagnosis in plain words, where the facts leave no doubt.
//!
//! Each pattern is a file: it looks for its own evidence in the [`Schedule`] and is silent without it. A wrong diagnosis
//! costs a learner more than none.

mod after_wake_up;
mod broken_section;
mod circular_wait;
mod lost_update;
mod lost_wake_up;
mod old_value;
mod open_channel;
mod poisoned;
mod selfish_wait;

use super::Schedule;

type Pattern = fn(&Schedule) -> Option<String>;

const STUCK: &[Pattern] = &[
    circular_wait::find,
    lost_wake_up::find,
    selfish_wait::find,
    open_channel::find,
];
const PANICKED: &[Pattern] = &[after_wake_up::find];
const WRONG_VALUE: &[Pattern] = &[lost_update::find, old_value::find, broken_section::find];

/// What went wrong, in a sentence, where that is certain. A panic that follows from another one has a sentence for that too.
pub fn diagnose(schedule: &Schedule) -> Vec<String> {
    let patterns = match schedule.outcome.as_str() {
        "deadlock" => STUCK,
        "livelock" => &[],
        outcome if outcome.starts_with("panic: ") => PANICKED,
        _ => WRONG_VALUE,
    };
    let cause = patterns.iter().find_map(|find| find(schedule));
    poisoned::find(schedule).into_iter().chain(cause).collect()
}

impl Schedule {
    /// ` (gate.rs:18)`, or nothing where the line is not known.
    fn at(&self, step: usize) -> String {
        match &self.steps[step].place {
            Some(place) => format!(" ({})", place.short()),
            None => String::new(),
        }
    }
}
