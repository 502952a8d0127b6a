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

use self::generate::FAMILIES;
use self::interpret::run;
use self::program::Program;
use crate::dice::Dice;

/// Programs of a normal run. `INTERLEAVE_PROGRAMS` asks for more.
const PROGRAMS: usize = 1_200;
/// A program with more interleavings than this is not counted.
const MOST_EXECUTIONS: usize = 3_000;

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

#[test]
fn reduction_loses_no_outcome_of_random_programs() {
    let programs = match env::var("INTERLEAVE_PROGRAMS") {
        Ok(number) => number
            .parse()
            .expect("INTERLEAVE_PROGRAMS is a number of programs"),
        Err(_) => PROGRAMS,
    };
    let mut dice = Dice::new(0x1234_5678_9abc);
    let mut families = FAMILIES.iter().cycle();
    let mut compared = 0;
    while compared < programs {
        let family = families.next().expect("a cycle has no end");
        compared += usize::from(assert_nothing_is_lost(&generate::program(
            *family, &mut dice,
        )));
    }
}

#[test]
#[ignore]
fn scan() {
    std::panic::set_hook(Box::new(|_| {}));
    for family in FAMILIES {
        let mut dice = Dice::new(7);
        let (mut compared, mut failed, mut shown, mut all) = (0, 0, vec![], 0);
        let t = std::time::Instant::now();
        while compared < 100 && all < 400 {
            all += 1;
            let p = generate::program(family, &mut dice);
            match std::panic::catch_unwind(|| compare(&p)) {
                Err(e) => {
                    failed += 1;
                    compared += 1;
                    shown.push(format!("PANIC {:?} {p:?}", e.downcast_ref::<String>()));
                }
                Ok(TooLarge) => {}
                Ok(Same) => compared += 1,
                Ok(Different { .. }) => {
                    compared += 1;
                    failed += 1;
                    if shown.len() < 3 {
                        let smallest =
                            shrink::shrink(p, |s| matches!(compare(s), Different { .. }));
                        if let Different { without, with } = compare(&smallest) {
                            shown.push(format!("without {without} with {with} {smallest:?}"));
                        }
                    }
                }
            }
        }
        println!(
            "{family:?}: {failed} of {compared} (of {all}) {:?}",
            t.elapsed()
        );
        for s in shown.iter().take(4) {
            println!("   {s}");
        }
    }
}
