//! Claims about `report/next`.

use super::*;
use crate::testing::{course, decision, finding};
use crate::verdict::{Claim, Verdict};

/// The screen for `locks/counter` after that decision, without colours.
fn screen(width: usize, unicode: bool, decision: &Decision, notes: &[String]) -> String {
    let course = course();
    let mut exercises = course.exercises();
    let exercise = exercises.next().unwrap();
    let tests = [
        ("one_thread_counts", Claim::Value),
        ("no_interleaving_loses_an_update", Claim::EveryInterleaving),
    ]
    .map(|(name, claim)| Test {
        name: format!("counter::{name}"),
        claim,
    });
    let view = View {
        exercise,
        course: &course,
        solved: usize::from(decision.verdict == Verdict::Solved),
        total: 4,
        place: "exercises/locks/src/counter.rs:24",
        decision,
        tests: &tests,
        notes,
        hint: Some(2),
        hints_shown: false,
        solution: "solutions/locks/counter.rs",
        current: match decision.verdict {
            Verdict::Solved => exercises.next(),
            _ => Some(exercise),
        },
    };
    let page = Page::new(width, unicode);
    let text = match decision.verdict {
        Verdict::Solved => solved(page, &view),
        _ => unsolved(page, &view),
    };
    anstream::adapter::strip_str(&text).to_string()
}

fn race() -> Decision {
    let mut lost = finding(
        "no_interleaving_loses_an_update",
        Verdict::Race,
        "expected {4}, found {2, 3, 4}\nEach of the 2 threads adds one, 2 times. No addition may overwrite another.",
    );
    lost.outcomes = Some("{2, 3, 4}".into());
    lost.schedule = Some("step  thread 1         thread 2\n  1   count.load() = 0\n".into());
    let serial = finding(
        "the_threads_work_at_the_same_time",
        Verdict::Serial,
        "one by one",
    );
    decision(Verdict::Race, vec![lost, serial])
}

#[test]
fn a_race_is_shown_with_its_results_and_its_schedule() {
    insta::assert_snapshot!(screen(80, true, &race(), &[]));
}

#[test]
fn twenty_columns_without_unicode_are_enough() {
    insta::assert_snapshot!(screen(20, false, &race(), &[]));
}

#[test]
fn a_starter_shows_the_way_that_lies_ahead_and_no_panic() {
    let first = finding(
        "one_thread_counts",
        Verdict::NotStarted,
        "not yet implemented",
    );
    let text = screen(80, true, &decision(Verdict::NotStarted, vec![first]), &[]);
    assert!(!text.contains("not yet implemented"), "{text}");
    insta::assert_snapshot!(text);
}

#[test]
fn a_solved_exercise_shows_its_idea_and_where_it_goes_on() {
    insta::assert_snapshot!(screen(80, true, &decision(Verdict::Solved, vec![]), &[]));
}

#[test]
fn rustcs_message_is_shown_as_it_is_and_once() {
    let said = finding(
        "",
        Verdict::DoesNotCompile,
        "error[E0425]: cannot find value `x`",
    );
    let mut broken = decision(Verdict::DoesNotCompile, vec![said]);
    broken.diagnostics = Some(
        "error[E0425]: cannot find value `x`\n --> exercises/locks/src/counter.rs:3:5\n".into(),
    );
    let text = screen(40, true, &broken, &[]);
    assert_eq!(text.matches("E0425").count(), 1, "{text}");
    insta::assert_snapshot!(text);
}

#[test]
fn what_rustcs_message_means_here_is_said_and_the_message_not_again() {
    let said = "error[E0425]: cannot find value `count`\nNames of what is `pub` must stay.";
    let mut broken = decision(
        Verdict::DoesNotCompile,
        vec![finding("", Verdict::DoesNotCompile, said)],
    );
    broken.diagnostics = Some("error[E0425]: cannot find value `count`\n".into());
    let text = screen(80, true, &broken, &[]);
    assert_eq!(text.matches("E0425").count(), 1, "{text}");
    let verdict = text.find("does not compile").unwrap();
    assert!(text[verdict..].contains("must stay."), "{text}");
}

#[test]
fn a_note_stands_above_the_exercise() {
    let notes = ["exercises/locks/tests/lesson/counter.rs is missing.".to_owned()];
    let text = screen(80, true, &race(), &notes);
    let note = text.find("is missing").unwrap();
    assert!(note < text.find("locks/counter").unwrap(), "{text}");
}

#[test]
fn what_a_program_printed_is_shown_only_when_it_died() {
    let mut ended = race();
    ended.output = Some("running 3 tests\n".into());
    let text = screen(80, true, &ended, &[]);
    assert!(!text.contains("running 3 tests"), "{text}");
    assert!(text.contains("cargo test -p locks counter"), "{text}");
}

#[test]
fn what_libtest_prints_around_a_test_is_left_out() {
    let mut late = race();
    late.verdict = Verdict::TimedOut;
    late.output = Some(
        "\nrunning 1 test\ntest counter::adds ... FAILED\n\nfailures:\n\n---- counter::adds stdout ----\n\
         the board says 3\ntimed_out: still waiting\n\n\nfailures:\n    counter::adds\n\n\
         test result: FAILED. 0 passed; 1 failed\n"
            .into(),
    );
    let text = screen(80, true, &late, &[]);
    assert!(
        text.contains("It printed\n  the board says 3\n\n"),
        "{text}"
    );
}

#[test]
fn what_a_dead_program_printed_is_clipped() {
    let mut chatty = race();
    chatty.verdict = Verdict::Crashed;
    chatty.output = Some("line\n".repeat(1000));
    let text = screen(80, true, &chatty, &[]);
    assert!(text.contains("It printed"), "{text}");
    assert!(text.contains("(988 more)"), "{text}");
}

#[test]
fn the_end_of_the_course_says_what_one_can_do_now() {
    let text = finished(Page::new(80, true), &course(), 4);
    insta::assert_snapshot!(anstream::adapter::strip_str(&text).to_string());
}
