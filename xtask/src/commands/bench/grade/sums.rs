//! From what was measured to what is shown.

use std::collections::BTreeSet;

use super::cost::Cost;
use super::draw::{Kind, Submission};
use super::{grader, naive};
use crate::grade::account::Sum;
use crate::report::bench::grade::{Files, Graded, Looped, Spent};

/// Counts them.
pub(super) fn files(class: &[Submission]) -> Files {
    let (mut files, mut programs) = (Files::default(), BTreeSet::new());
    for file in class.iter().flat_map(|submission| &submission.files) {
        match file.kind {
            Kind::Right => files.right += 1,
            Kind::Wrong => files.wrong += 1,
            Kind::Starter => files.starters += 1,
            Kind::Broken => files.broken += 1,
        }
        if file.kind != Kind::Starter {
            programs.insert((&file.exercise, &file.text));
        }
    }
    Files {
        programs: programs.len(),
        ..files
    }
}

/// Divides the grader's CPU time among what it was spent for. The sandbox around a program costs about what it costs around
/// nothing, and less from the second turn on; the calls with which that was found out are taken off.
pub(super) fn graded(graded: &grader::Graded) -> Graded {
    let account = &graded.account;
    let first = account.empty.seconds / account.empty.calls.max(1) as f64;
    let turns = account.empty_turns;
    let next = (turns.seconds - first).max(0.0) / (turns.turns.max(2) - 1) as f64;
    let around = |sum: Sum| sum.calls as f64 * first + (sum.turns - sum.calls) as f64 * next;
    let inside = |sum: Sum| (sum.seconds - around(sum)).max(0.0);
    let (rustc, tests) = (inside(account.compiler), inside(account.tests));
    let calls = account.compiler.seconds + account.tests.seconds;
    let Spent { wall, cpu } = of(graded.cost);
    let cpu = cpu - account.empty.seconds - account.empty_turns.seconds;
    Graded {
        spent: Spent { wall, cpu },
        calls: account.compiler.calls,
        rustc,
        tests,
        sandbox: calls - rustc - tests,
        rest: (cpu - calls).max(0.0),
    }
}

/// The loop, as it is shown.
pub(super) fn looped(sum: &naive::Sum) -> Looped {
    Looped {
        submissions: sum.submissions,
        spent: of(sum.cost),
        lessons: sum.lessons,
        unbuilt: sum.unbuilt,
        killed: sum.killed,
    }
}

fn of(cost: Cost) -> Spent {
    Spent {
        wall: cost.wall.as_secs_f64(),
        cpu: cost.cpu.as_secs_f64(),
    }
}
