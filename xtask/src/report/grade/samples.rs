//! Grades for the tests of the reports: a good one, an ordinary one, a late one, and a hostile one.

use std::collections::BTreeMap;

use crate::finding::Finding;
use crate::grade::record::{Grade, Graded, Ignored, Mark, OtherMark, Penalty, Student};
use crate::report::grade::class::Class;
use crate::report::grade::names;
use crate::testing::course;
use crate::verdict::{Claim, Verdict};

/// All of them, as the class that they are.
pub(crate) fn class() -> Class {
    let mut class = Class::default();
    for grade in all() {
        class.add(&grade, names::file(&grade.id), &course());
    }
    class
}

/// Sorted by id.
pub(crate) fn all() -> [Grade; 4] {
    [hostile(), ada(), empty(), late()]
}

/// Three of four, one with a race that is drawn, partly paid.
pub(crate) fn ada() -> Grade {
    let mut race = graded(Mark::Decided(Verdict::Race), 0.5);
    race.claims = BTreeMap::from([(Claim::Value, true), (Claim::EveryInterleaving, false)]);
    race.findings = vec![Finding {
        test: "counter::no_interleaving_loses_an_update".into(),
        claim: Some(Claim::EveryInterleaving),
        verdict: Verdict::Race,
        message: "some interleavings end with 2, and right is 4".into(),
        outcomes: Some("{2, 3, 4}".into()),
        schedule: Some(
            "      t1            │ t2\n  1   read board: 0 │\n  2                 │ read board: 0"
                .into(),
        ),
        place: Some("exercises/locks/src/counter.rs:15".into()),
        sometimes: Some(true),
    }];
    let mut broken = graded(Mark::Decided(Verdict::DoesNotCompile), 0.0);
    broken.diagnostics = Some("error[E0425]: cannot find value `x` in this scope\n --> exercises/threads/src/counter.rs:3:5".into());
    let solved = || graded(Mark::Decided(Verdict::Solved), 1.0);
    let student = Student {
        name: Some("Ada Lovelace".into()),
        email: Some("ada@example.org".into()),
        number: Some("1815".into()),
        login: Some("ada".into()),
        section: Some("Analytical".into()),
    };
    grade("ada", Some(student), [race, solved(), broken, solved()])
}

/// Nothing was handed in.
fn empty() -> Grade {
    let open = || graded(Mark::Decided(Verdict::NotStarted), 0.0);
    grade("empty", None, [open(), open(), open(), open()])
}

/// All of it, too late.
fn late() -> Grade {
    let solved = || graded(Mark::Decided(Verdict::Solved), 1.0);
    let mut grade = grade("late", None, [solved(), solved(), solved(), solved()]);
    grade.points = 3.6;
    grade.penalty = Some(Penalty {
        points: 0.4,
        why: "locks 2 days late, 10 % a day: 20 %".into(),
    });
    grade
}

/// Everything that a submission can put into a report, put there to hurt.
pub(crate) fn hostile() -> Grade {
    let evil = "<script>alert(1)</script>&amp;\"' ]]> \u{202e}gnirts\u{1b}[2J\u{0}\u{9b}31m\r\n=cmd|' /C calc'!A0";
    let mut tampered = graded(Mark::Other(OtherMark::Tampered), 0.0);
    tampered.findings = vec![Finding {
        test: format!("counter::{evil}"),
        claim: None,
        verdict: Verdict::Crashed,
        message: format!("{evil}\n{}", "flood ".repeat(350_000)),
        outcomes: Some(evil.into()),
        schedule: Some(evil.into()),
        place: Some(evil.into()),
        sometimes: None,
    }];
    let mut rejected = graded(Mark::Other(OtherMark::Rejected), 0.0);
    rejected.diagnostics = Some(evil.into());
    let solved = || graded(Mark::Decided(Verdict::Solved), 1.0);
    let student = Student {
        name: Some("=cmd|' /C calc'!A0".into()),
        email: Some("<img src=x onerror=alert(1)>".into()),
        number: Some("@SUM(1+1)*cmd|' /C calc'!A0".into()),
        login: Some("\t-2+3".into()),
        section: Some(evil.into()),
    };
    let mut grade = grade(
        "../<b>x</b> \u{202e}",
        Some(student),
        [tampered, solved(), rejected, solved()],
    );
    grade.unsandboxed = true;
    grade.claimed = Some("ada".into());
    grade.overruled = Some(Student {
        number: Some(evil.into()),
        ..Student::default()
    });
    grade.ignored = vec![Ignored {
        path: format!("src/{evil}"),
        why: "a symbolic link".into(),
    }];
    grade
}

/// `locks/counter`, `locks/bounded_buffer`, `threads/counter`, `threads/greeter`, a point each.
fn grade(id: &str, student: Option<Student>, four: [Graded; 4]) -> Grade {
    let ids = [
        "locks/counter",
        "locks/bounded_buffer",
        "threads/counter",
        "threads/greeter",
    ];
    let points = four.iter().map(|graded| graded.points).sum();
    Grade {
        id: id.into(),
        claimed: None,
        student,
        overruled: None,
        points,
        max_points: 4.0,
        penalty: None,
        exercises: ids.map(String::from).into_iter().zip(four).collect(),
        ignored: vec![],
        unsandboxed: false,
    }
}

fn graded(verdict: Mark, points: f64) -> Graded {
    Graded {
        verdict,
        points,
        max_points: 1.0,
        claims: BTreeMap::new(),
        findings: vec![],
        diagnostics: None,
        sha256: None,
    }
}
