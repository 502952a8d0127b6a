//! A diagnosis in plain words, where the facts leave no doubt.
//!
//! Each pattern is a file: it looks for its own evidence in the [`Schedule`] and is silent without it. A wrong diagnosis
//! costs a learner more than none.

mod broken_section;
mod circular_wait;
mod lost_update;
mod lost_wake_up;
mod old_value;
mod open_channel;
mod selfish_wait;

use super::Schedule;

/// One sentence or two for each pattern that is certain, the most telling first.
pub fn diagnose(schedule: &Schedule) -> Vec<String> {
    let stuck = [
        circular_wait::find,
        lost_wake_up::find,
        selfish_wait::find,
        open_channel::find,
    ];
    let wrong = [lost_update::find, old_value::find, broken_section::find];
    let patterns: &[fn(&Schedule) -> Option<String>] = match schedule.outcome.as_str() {
        "deadlock" => &stuck,
        "livelock" => &[],
        _ => &wrong,
    };
    patterns
        .iter()
        .find_map(|find| find(schedule))
        .into_iter()
        .collect()
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
