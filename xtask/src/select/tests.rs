//! Claims about `select`.

use super::*;
use crate::testing::course;

fn found(text: &str) -> String {
    match named(&course(), text) {
        Ok(Named::Exercise(exercise)) => exercise.id.to_string(),
        Ok(Named::Lesson(lesson)) => format!("lesson {}", lesson.name),
        Err(Misuse(message)) => message,
    }
}

#[test]
fn an_exercise_is_found_by_its_id_by_its_own_name_and_by_its_file() {
    assert_eq!(found("locks/counter"), "locks/counter");
    assert_eq!(found("bounded_buffer"), "locks/bounded_buffer");
    assert_eq!(found("exercises/locks/src/counter.rs"), "locks/counter");
    assert_eq!(
        found("./exercises/locks/tests/lesson/counter.rs"),
        "locks/counter"
    );
}

#[test]
fn a_lesson_is_found_by_its_name_and_by_its_folder() {
    assert_eq!(found("locks"), "lesson locks");
    assert_eq!(found("exercises/locks/"), "lesson locks");
}

#[test]
fn a_name_that_two_lessons_have_is_refused_with_both_ids() {
    assert_eq!(
        found("counter"),
        "`counter` is in several lessons: locks/counter, threads/counter"
    );
}

#[test]
fn a_misspelt_name_is_answered_with_the_nearest_one() {
    assert!(found("loks/counter").contains("did you mean `locks/counter`?"));
    assert!(found("bounded_bufer").contains("did you mean `locks/bounded_buffer`?"));
    assert!(found("thread").contains("did you mean `threads`?"));
}

#[test]
fn a_name_that_is_near_to_nothing_gets_no_guess() {
    let message = found("xyzzy");
    assert!(!message.contains("did you mean"), "{message}");
    assert!(message.contains("cargo xtask list"), "{message}");
}

#[test]
fn a_lesson_is_no_exercise() {
    let course = course();
    let Misuse(message) = exercise(&course, "locks").unwrap_err();
    assert_eq!(
        message,
        "`locks` is a lesson; name one exercise, such as locks/counter"
    );
}
