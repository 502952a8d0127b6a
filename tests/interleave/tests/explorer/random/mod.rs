//! Random programs: with reduction the explorer finds the outcomes that it finds without, no more and no fewer.
//!
//! The reference is plain depth-first search, which visits every interleaving. It is simple enough to be believed,
//! and so slow that the programs must be small: `generate` makes them so, and of those whose interleavings are still
//! too many none is counted.

mod generate;
mod interpret;
mod known;
mod program;
mod shrink;

use std::env;

use interleave::Explore;

use self::generate::Family;
use self::interpret::run;
use self::program::Program;
use crate::dice::Dice;

/// Programs of each family in a normal run. `INTERLEAVE_PROGRAMS` asks for more.
const PROGRAMS: usize = 100;
/// A program with more interleavings than this is not counted.
const MOST_EXECUTIONS: usize = 2_000;

/// What a comparison came to.
#[derive(PartialEq)]
enum Comparison {
    /// Plain search came to no end: nothing is known.
    TooLarge,
    Same,
    Different {
        without: String,
        with: String,
    },
}

use Comparison::{Different, Same, TooLarge};

fn compare(program: &Program) -> Comparison {
    let plain = Explore {
        max_executions: MOST_EXECUTIONS,
        samples: 0,
        spurious: program.spurious,
        reduction: false,
        ..Explore::default()
    };
    let all = plain.outcomes(|| run(program));
    if !all.is_exhaustive() {
        return TooLarge;
    }
    let reduced = Explore {
        reduction: true,
        ..plain
    }
    .outcomes(|| run(program));
    let (without, with) = (all.set(), reduced.set());
    if without == with {
        Same
    } else {
        Different { without, with }
    }
}

/// Whether the program could be compared.
#[track_caller]
fn assert_nothing_is_lost(program: &Program) -> bool {
    let comparison = compare(program);
    if matches!(comparison, Different { .. }) {
        let smallest = shrink::shrink(program.clone(), |smaller| {
            matches!(compare(smaller), Different { .. })
        });
        if let Different { without, with } = compare(&smallest) {
            panic!(
                "reduction changes the outcomes\nwithout: {without}\nwith:    {with}\n\n{smallest}"
            );
        }
    }
    comparison == Same
}

/// Compares programs of one family until enough of them were small enough.
fn compare_family(family: Family) {
    let programs = match env::var("INTERLEAVE_PROGRAMS") {
        Ok(number) => number
            .parse()
            .expect("INTERLEAVE_PROGRAMS is a number of programs"),
        Err(_) => PROGRAMS,
    };
    let mut dice = Dice::new(0x1234_5678_9abc);
    let mut compared = 0;
    while compared < programs {
        compared += usize::from(assert_nothing_is_lost(&generate::program(
            family, &mut dice,
        )));
    }
}

#[test]
fn reduction_loses_nothing_of_atomics() {
    compare_family(Family::Atomics);
}

#[test]
fn reduction_loses_nothing_of_weak_atomics() {
    compare_family(Family::WeakAtomics);
}

#[test]
fn reduction_loses_nothing_of_locks() {
    compare_family(Family::Locks);
}

#[test]
fn reduction_loses_nothing_of_condition_variables() {
    compare_family(Family::Conditions);
}

#[test]
fn reduction_loses_nothing_of_read_write_locks() {
    compare_family(Family::ReadWriteLocks);
}

#[test]
fn reduction_loses_nothing_of_initialisation() {
    compare_family(Family::Once);
}

#[test]
fn reduction_loses_nothing_of_channels() {
    compare_family(Family::Channels);
}

#[test]
fn reduction_loses_nothing_of_select() {
    compare_family(Family::Select);
}

#[test]
fn reduction_loses_nothing_of_parking() {
    compare_family(Family::Parking);
}

#[test]
fn reduction_loses_nothing_of_trees_of_threads() {
    compare_family(Family::Trees);
}

#[test]
fn reduction_loses_nothing_of_plain_memory() {
    compare_family(Family::Cells);
}

#[test]
fn reduction_loses_nothing_of_all_kinds_together() {
    compare_family(Family::Mixed);
}
