//! What goes on while one waits.

use crate::decide::Stage;
use crate::report::words::count;

/// The stage in words, to stand after the exercise's name.
pub(crate) fn words(stage: &Stage) -> String {
    match stage {
        Stage::Dependencies {
            ready: 0,
            last: None,
        } => "building the explorer, only this once".into(),
        Stage::Dependencies { ready, last } => {
            let last = last
                .as_deref()
                .map_or_else(String::new, |n| format!(" ({n})"));
            format!("building the explorer: {ready} crates ready{last}")
        }
        Stage::Compiling => "compiling the exercise and its tests".into(),
        Stage::Exploring(tests) => {
            format!("exploring every interleaving, {}", count(*tests, "test"))
        }
        Stage::Running(tests) => format!("running with real threads, {}", count(*tests, "test")),
    }
}
