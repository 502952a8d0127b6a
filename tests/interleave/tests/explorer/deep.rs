//! Where the search cannot finish, sampling finds bugs that need several preemptions.

use interleave::Explore;
use interleave_programs::deep::{ALL, OUT_OF_REACH};

/// Hardly any systematic search: the sampler alone is on trial. Its executions take less than two seconds.
fn sample() -> Explore {
    Explore {
        max_executions: 10,
        samples: 20_000,
        ..Explore::default()
    }
}

#[test]
fn sampling_finds_bugs_of_up_to_five_preemptions() {
    for bug in ALL {
        let found = sample().outcomes(bug.wrong);
        assert!(!found.is_exhaustive(), "{}", bug.name);
        assert!(found.set().contains(bug.shows), "{}: {found:?}", bug.name);
    }
}

#[test]
fn sampling_raises_no_false_alarm() {
    for bug in ALL.into_iter().chain([OUT_OF_REACH]) {
        let found = sample().outcomes(bug.right);
        assert_eq!(found.set(), "{()}", "{}: {found:?}", bug.name);
    }
}
