//! What a program earns that is right in part.

use crate::course::LESSON;
use crate::grading::Class;

/// Two threads that add one each in two steps, and what becomes of the sum.
fn racy(sum: &str) -> String {
    format!(
        "use std::sync::atomic::{{AtomicU64, Ordering::SeqCst}};
         use std::thread;
         pub fn answer() -> u64 {{
             let count = AtomicU64::new(0);
             thread::scope(|scope| {{
                 for _ in 0..2 {{
                     scope.spawn(|| count.store(count.load(SeqCst) + 1, SeqCst));
                 }}
             }});
             count.into_inner(){sum}
         }}"
    )
}

#[test]
fn who_is_right_in_some_interleavings_earns_the_values_and_who_is_right_in_none_earns_nothing() {
    let class = Class::new();
    class
        .hands_in("ada", "race", &racy(""))
        .hands_in("ben", "race", &racy(" + 2"))
        .hands_in("cyd", "race", "pub fn answer() -> u64 { 0 }")
        .hands_in(
            "eve",
            "race",
            "pub fn answer() -> u64 { std::process::exit(0) }",
        );
    class.grade("out", &[]).says(0, &["4 submissions graded"]);
    let grades = class.grades("out");
    for (student, verdict, points, value) in [
        ("ada", "race", 0.5, Some(true)),
        ("ben", "race", 0.0, None),
        ("cyd", "wrong_result", 0.0, None),
        ("eve", "wrong_result", 0.0, None),
    ] {
        let graded = &grades[student]["exercises"][format!("{LESSON}/race")];
        assert_eq!(graded["verdict"], verdict, "{student}");
        assert_eq!(graded["points"], points, "{student}");
        assert_eq!(graded["claims"]["value"].as_bool(), value, "{student}");
    }
    let page = class.course.read("out/students/ada.html");
    assert!(
        page.contains("holds in some interleavings: value"),
        "{page}"
    );
}
