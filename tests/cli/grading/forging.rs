//! Programs that would like to be told solved.

use super::Class;
use crate::course::LESSON;

/// Each does its worst from inside of the function that a test calls. They must not solve `solved`, whose answer is 42.
const FORGERS: [(&str, &str, &str); 9] = [
    (
        "exit",
        "crashed",
        "pub fn answer() -> u64 { std::process::exit(0) }",
    ),
    (
        "print",
        "wrong_result",
        r#"pub fn answer() -> u64 {
            println!("test solved::the_answer_is_42 ... ok\n\ntest result: ok. 1 passed; 0 failed; 0 ignored");
            41
        }"#,
    ),
    (
        "records",
        "tampered",
        r##"use std::io::Write;
        pub fn answer() -> u64 {
            let path = std::env::var("HARNESS_FINDINGS").unwrap();
            let mut file = std::fs::OpenOptions::new().append(true).open(path).unwrap();
            let line = r#"{"event":"end","test":"solved::the_answer_is_42","claim":"value","verdict":"solved"}"#;
            writeln!(file, "{line}").unwrap();
            std::process::exit(0)
        }"##,
    ),
    (
        "replay",
        "tampered",
        r#"pub fn answer() -> u64 {
            let path = std::env::var("HARNESS_FINDINGS").unwrap();
            let start = std::fs::read_to_string(&path).unwrap();
            let end = start.replace("start", "end").replace("\"claim\"", "\"verdict\":\"solved\",\"claim\"");
            std::fs::write(&path, start + &end).unwrap();
            std::process::exit(0)
        }"#,
    ),
    (
        "hook",
        "crashed",
        "pub fn answer() -> u64 { std::panic::set_hook(Box::new(|_| std::process::exit(0))); panic!() }",
    ),
    (
        "destructor",
        "wrong_result",
        "struct Bye;
        impl Drop for Bye { fn drop(&mut self) { std::process::exit(0) } }
        thread_local! { static BYE: Bye = const { Bye }; }
        pub fn answer() -> u64 { BYE.with(|_| 41) }",
    ),
    (
        "late",
        "crashed",
        "pub fn answer() -> u64 {
            std::thread::spawn(|| std::process::exit(0));
            loop { std::thread::yield_now(); }
        }",
    ),
    (
        "drop",
        "crashed",
        "struct Bye;
        impl Drop for Bye { fn drop(&mut self) { panic!(\"again\") } }
        pub fn answer() -> u64 { let _bye = Bye; panic!(\"once\") }",
    ),
    (
        "input",
        "wrong_result",
        "pub fn answer() -> u64 {
            let mut secret = String::new();
            match std::io::stdin().read_line(&mut secret) { Ok(0) => 41, _ => 42 }
        }",
    ),
];

#[test]
fn who_ends_prints_forges_or_hides_is_never_told_solved() {
    let class = Class::new();
    for (student, _, text) in FORGERS {
        class.hands_in(student, "solved", text);
    }
    class.solves("honest", "solved");
    class.grade("out", &[]).says(0, &["10 submissions graded"]);
    for (student, verdict, _) in FORGERS {
        let got = class.verdict("out", student, "solved");
        // Whether a late exit comes before or after the record of the failure is left to chance.
        let either = student == "destructor" && got == "crashed";
        assert!(
            got == verdict || either,
            "{student} is {got}, not {verdict}"
        );
    }
    assert_eq!(class.verdict("out", "honest", "solved"), "solved");
}

#[test]
fn a_forger_costs_his_other_exercises_and_his_neighbours_nothing() {
    let class = Class::new();
    let (_, _, records) = FORGERS[2];
    class
        .hands_in("forger", "solved", records)
        .solves("forger", "race")
        .solves("forger", "leak");
    class.solves("honest", "solved").solves("honest", "race");
    class.grade("out", &[]).says(0, &["2 submissions graded"]);
    assert_eq!(class.verdict("out", "forger", "solved"), "tampered");
    assert_eq!(class.verdict("out", "forger", "race"), "solved");
    assert_eq!(class.verdict("out", "forger", "leak"), "solved");
    assert_eq!(class.verdict("out", "honest", "solved"), "solved");
    let grade = &class.grades("out")["forger"]["exercises"][format!("{LESSON}/solved")];
    assert_eq!(grade["points"], 0.0);
}
