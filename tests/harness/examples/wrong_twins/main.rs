//! The wrong twins of the harness's tests: each run ends one body, in a process of its own, in the way that its test
//! expects. Used by `tests/it`; the only argument is the twin's name.

mod deadlines;
mod every_interleaving;
mod findings;
mod people;
mod programs;
mod snapshots;

use std::process::ExitCode;

fn main() -> ExitCode {
    let name = std::env::args().nth(1).unwrap_or_default();
    let twin: fn() = match name.as_str() {
        "findings::holds" => findings::holds,
        "findings::exits" => findings::exits,
        "findings::leaks" => findings::leaks,
        "findings::panics" => findings::panics,
        "findings::second_hand" => findings::second_hand,
        "findings::is_not_started" => findings::is_not_started,
        "findings::not_started_and_then_burnt" => findings::not_started_and_then_burnt,
        "findings::draws" => findings::draws,
        "findings::draws_after_others" => findings::draws_after_others,
        "deadlines::waits_for_ever" => deadlines::waits_for_ever,
        "people::one_after_the_other" => people::one_after_the_other,
        "programs::one_after_the_other" => programs::one_after_the_other,
        "programs::killed_without_wait" => programs::killed_without_wait,
        "programs::never_waits" => programs::never_waits,
        "programs::multiplies" => programs::multiplies,
        "programs::the_actor_finds_something" => programs::the_actor_finds_something,
        "programs::is_killed_itself" => programs::is_killed_itself,
        "snapshots::differs" => snapshots::differs,
        "every_interleaving::race" => every_interleaving::race,
        "every_interleaving::wrong" => every_interleaving::wrong,
        "every_interleaving::missing" => every_interleaving::missing,
        "every_interleaving::deadlock" => every_interleaving::deadlock,
        "every_interleaving::meaning" => every_interleaving::meaning,
        "every_interleaving::not_together" => every_interleaving::not_together,
        "every_interleaving::sometimes" => every_interleaving::sometimes,
        "every_interleaving::returns" => every_interleaving::returns,
        "every_interleaving::second_hand" => every_interleaving::second_hand,
        "every_interleaving::poisoned" => every_interleaving::poisoned,
        "every_interleaving::begun" => every_interleaving::begun,
        "every_interleaving::leak" => every_interleaving::leak,
        "every_interleaving::stuck" => every_interleaving::stuck,
        "every_interleaving::livelock" => every_interleaving::livelock,
        _ => {
            eprintln!("no twin is called {name:?}; look into examples/wrong_twins for their names");
            return ExitCode::from(2);
        }
    };
    twin();
    ExitCode::SUCCESS
}
