//! Claims about `progress/guidance`.

use super::*;
use crate::testing::{course, decision, finding};
use crate::verdict::Verdict;

fn next(decision: Option<&Decision>, shown: &[u8]) -> Option<u8> {
    let course = course();
    let exercise = course.exercises().next().unwrap();
    next_hint(exercise, decision, &shown.iter().copied().collect())
}

#[test]
fn without_a_finding_the_hints_come_in_their_order() {
    assert_eq!(next(None, &[]), Some(1));
    assert_eq!(next(None, &[1]), Some(2));
    assert_eq!(next(None, &[1, 2]), Some(3));
    assert_eq!(next(None, &[1, 2, 3]), None);
}

#[test]
fn the_verdict_picks_where_to_start_and_the_skipped_hint_comes_last() {
    let race = decision(
        Verdict::Race,
        vec![finding("no_update_is_lost", Verdict::Race, "lost")],
    );
    assert_eq!(next(Some(&race), &[]), Some(2));
    assert_eq!(next(Some(&race), &[2]), Some(3));
    assert_eq!(next(Some(&race), &[2, 3]), Some(1));
    assert_eq!(next(Some(&race), &[1, 2, 3]), None);
}

#[test]
fn the_tests_name_weighs_more_than_its_verdict() {
    let serial = finding("the_threads_work_at_the_same_time", Verdict::Race, "lost");
    assert_eq!(
        next(Some(&decision(Verdict::Race, vec![serial])), &[]),
        Some(3)
    );
}

#[test]
fn before_anything_is_written_the_first_hint_comes_first() {
    let todo = finding("the_threads_work_at_the_same_time", Verdict::NotStarted, "");
    let untouched = decision(Verdict::NotStarted, vec![todo]);
    assert_eq!(next(Some(&untouched), &[]), Some(1));
}

#[test]
fn a_verdict_that_the_lesson_does_not_name_starts_with_the_first_hint() {
    assert_eq!(next(Some(&decision(Verdict::Leak, vec![])), &[]), Some(1));
}
