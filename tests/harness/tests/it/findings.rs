//! Records: what counts as a pass, and what a death looks like.

use crate::failing::{ending_of, records_of, signed_ends_of};

#[test]
fn a_test_that_holds_has_a_start_and_a_solved_end() {
    let (records, code) = records_of("findings::holds");
    let events: Vec<_> = records.iter().map(|r| r["event"].clone()).collect();
    assert_eq!(events, ["start", "end"]);
    assert_eq!(records[1]["verdict"], "solved");
    assert_eq!(records[1]["test"], "findings::holds");
    assert_eq!(records[1]["claim"], "value");
    assert_eq!(code, Some(0));
}

#[test]
fn an_exit_with_success_leaves_no_end() {
    let (records, code) = records_of("findings::exits");
    assert_eq!(code, Some(0), "libtest cannot tell this from a pass");
    assert_eq!(records.len(), 1);
    assert_eq!(records[0]["event"], "start");
}

#[test]
fn a_failed_claim_says_its_verdict_and_fails_for_libtest_too() {
    let (records, code) = records_of("findings::leaks");
    assert_eq!(records[1]["verdict"], "leak");
    assert_eq!(records[1]["message"], "2 ovens are still on");
    assert_eq!(code, Some(101));
}

#[test]
fn a_plain_panic_is_a_wrong_result_with_its_place() {
    let (verdict, message) = ending_of("findings::panics");
    assert_eq!(verdict, "wrong_result");
    assert!(message.contains("findings.rs:"), "{message}");
    assert!(message.ends_with(": burnt"), "{message}");
}

#[test]
fn a_todo_in_another_thread_is_not_started() {
    let (verdict, message) = ending_of("findings::is_not_started");
    assert_eq!(verdict, "not_started");
    assert_eq!(message, "not yet implemented: cook");
}

#[test]
fn a_panic_behind_a_join_is_told_where_it_began() {
    let (verdict, message) = ending_of("findings::second_hand");
    assert_eq!(verdict, "wrong_result");
    let (first, then) = message.split_once('\n').expect("two sentences");
    assert!(first.starts_with("a thread panicked at"), "{message}");
    assert!(first.ends_with(": burnt"), "{message}");
    assert!(
        then.starts_with("and who waited for it panicked at"),
        "{message}"
    );
}

#[test]
fn what_one_test_panics_with_is_not_the_next_ones() {
    let (records, _) = records_of("findings::not_started_and_then_burnt");
    let ends: Vec<_> = records.iter().filter(|r| r["event"] == "end").collect();
    assert_eq!(ends[0]["verdict"], "not_started");
    assert_eq!(ends[1]["verdict"], "wrong_result");
    let message = ends[1]["message"].as_str().unwrap_or_default();
    assert!(message.contains(": burnt"), "{message}");
}

#[test]
fn a_test_draws_the_same_inputs_whichever_tests_ran_before() {
    let alone = signed_ends_of("findings::draws", "a program");
    let after_others = signed_ends_of("findings::draws_after_others", "a program");
    let [holds, too, draws] = &after_others[..] else {
        panic!("three tests ran: {after_others:?}");
    };
    assert_eq!(holds["verdict"], "solved");
    assert_eq!(alone[0]["message"], draws["message"]);
    assert_ne!(too["message"], draws["message"], "each test draws its own");
    let of_another = signed_ends_of("findings::draws", "another program");
    assert_ne!(of_another[0]["message"], alone[0]["message"]);
}
