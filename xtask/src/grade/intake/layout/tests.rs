//! Claims about which path stands for which exercise.

use super::*;
use crate::testing::course;

/// The exercise that `path` stands for, in a submission that holds `others` too.
fn place(path: &str, others: &[&str]) -> Place {
    let course = course();
    let paths = others.iter().copied().chain([path]);
    Layout::of(&course, paths).place(path)
}

fn id(text: &str) -> Place {
    Place::Exercise(text.parse().unwrap())
}

#[test]
fn every_layout_that_students_hand_in_is_known() {
    for path in [
        "exercises/locks/src/counter.rs",
        "repo-main/exercises/locks/src/counter.rs",
        "a/b/c/d/e/course/exercises/locks/src/counter.rs",
        "locks/src/counter.rs",
        "locks/counter.rs",
        "my locks week/locks/counter.rs",
        "locks-counter.rs",
        "locks_counter.rs",
        "work/src/locks-counter.rs",
        "Exercises/Locks/src/Counter.RS",
        "homework.zip/exercises/locks/src/counter.rs",
    ] {
        assert_eq!(place(path, &[]), id("locks/counter"), "{path}");
    }
}

#[test]
fn a_loose_file_is_known_where_its_name_is_unique() {
    for path in [
        "greeter.rs",
        "some folder/greeter.rs",
        "greeter-1.rs",
        "greeter (2).rs",
        "threads_greeter-3.rs",
    ] {
        assert_eq!(place(path, &[]), id("threads/greeter"), "{path}");
    }
    assert_eq!(place("bounded-buffer.rs", &[]), id("locks/bounded_buffer"));
}

#[test]
fn a_loose_name_of_two_lessons_is_not_guessed() {
    let Place::Nothing(Some(why)) = place("counter.rs", &[]) else {
        panic!("it was taken for one of them");
    };
    assert!(why.contains("locks/counter and threads/counter"), "{why}");
    assert!(why.contains("locks-counter.rs"), "{why}");
}

#[test]
fn what_a_clone_has_beside_the_exercises_stands_for_none() {
    let clone = [
        "exercises/locks/src/counter.rs",
        "repo/exercises/threads/src/counter.rs",
    ];
    for path in [
        "exercises/locks/tests/lesson/counter.rs",
        "exercises/locks/src/lib.rs",
        "exercises/locks/src/old/counter.rs",
        "exercises/locks/python/greeter.rs",
        "solutions/locks/counter.rs",
        "tests/submissions/right/locks/counter/greeter.rs",
        "tests/cli/course/exercises/locks/src/counter.rs",
        "xtask/src/greeter.rs",
        "repo/xtask/src/greeter.rs",
        "target/debug/build/greeter.rs",
        ".git/greeter.rs",
    ] {
        assert!(matches!(place(path, &clone), Place::Nothing(_)), "{path}");
    }
    assert_eq!(place("greeter.rs", &clone), id("threads/greeter"));
}

#[test]
fn solutions_do_not_count_where_the_exercises_are_gone() {
    assert!(matches!(
        place("solutions/locks/counter.rs", &[]),
        Place::Nothing(Some(_))
    ));
}

#[test]
fn paths_that_lead_out_and_forks_of_macos_stand_for_none() {
    for path in [
        "../exercises/locks/src/counter.rs",
        "/exercises/locks/src/counter.rs",
        "C:/exercises/locks/src/counter.rs",
        "a/../../greeter.rs",
        "__MACOSX/exercises/locks/src/counter.rs",
        "exercises/locks/src/._counter.rs",
        "._greeter.rs",
    ] {
        assert!(
            matches!(place(path, &[]), Place::Nothing(Some(_))),
            "{path}"
        );
    }
}

#[test]
fn what_would_steer_the_build_is_named_as_the_course_s_own() {
    for path in [
        "build.rs",
        "exercises/locks/Cargo.toml",
        "rust-toolchain.toml",
    ] {
        let Place::Nothing(Some(why)) = place(path, &["exercises/locks/src/counter.rs"]) else {
            panic!("{path} was taken");
        };
        assert!(why.contains("its own"), "{why}");
    }
}

#[test]
fn everything_that_stands_for_an_exercise_is_asked_for() {
    let course = course();
    for path in [
        "locks/counter.rs",
        "x/greeter (1).rs",
        "Locks/src/Counter.rs",
    ] {
        assert!(may_be_an_exercise(&course, path), "{path}");
    }
    for path in ["lib.rs", "counter.py", "target/counter.rs", "../counter.rs"] {
        assert!(!may_be_an_exercise(&course, path), "{path}");
    }
}
