//! Claims about `pristine`.

use super::*;
use crate::testing;

fn pristine() -> Pristine {
    let files = [
        "exercises/locks/lesson.toml",
        "exercises/locks/src/counter.rs",
        "exercises/locks/src/lib.rs",
        "exercises/locks/tests/lesson/counter.rs",
        "exercises/locks/tests/lesson/main.rs",
        "exercises/locks/tests/lesson/snapshots/lesson__counter__table.snap",
        "exercises/locks/tests/lesson/snapshots/lesson__counter_two__table.snap",
        "exercises/locks/tests/programs/counter.rs",
        "exercises/locks/tests/programs/hand.rs",
        "exercises/threads/src/counter.rs",
    ];
    Pristine {
        files: files
            .map(|path| (path.to_owned(), format!("text of {path}")))
            .into(),
    }
}

#[test]
fn an_exercise_owns_its_starter_its_tests_their_program_and_its_snapshots() {
    let course = testing::course();
    let exercise = course.exercises().next().unwrap();
    assert_eq!(
        pristine().of_exercise(exercise),
        [
            "exercises/locks/src/counter.rs",
            "exercises/locks/tests/lesson/counter.rs",
            "exercises/locks/tests/lesson/snapshots/lesson__counter__table.snap",
            "exercises/locks/tests/programs/counter.rs",
        ]
    );
}

#[test]
fn what_no_exercise_owns_is_shared_by_the_lesson() {
    let shared = pristine();
    let shared = shared.shared(&testing::course(), "locks");
    assert!(shared.contains(&"exercises/locks/lesson.toml"));
    assert!(shared.contains(&"exercises/locks/tests/lesson/main.rs"));
    assert!(shared.contains(&"exercises/locks/tests/programs/hand.rs"));
    assert!(
        !shared.iter().any(|path| path.contains("counter.rs")),
        "{shared:?}"
    );
}

#[test]
fn a_missing_an_altered_and_an_unreadable_file_are_told_apart_from_a_pristine_one() {
    let root = tempfile::tempdir().unwrap();
    let path = "exercises/locks/src/counter.rs";
    let change = || pristine().change(root.path(), path);
    assert_eq!(change(), Some(Change::Missing));
    disk_write(root.path(), path, &format!("text of {path}"));
    assert_eq!(change(), None);
    disk_write(root.path(), path, "mine");
    assert_eq!(change(), Some(Change::Altered));
    fs::remove_file(root.path().join(path)).unwrap();
    fs::create_dir(root.path().join(path)).unwrap();
    assert_eq!(change(), Some(Change::Altered));
}

#[test]
fn a_file_that_was_not_handed_out_never_differs() {
    assert_eq!(
        pristine().change(Path::new("/course"), "exercises/own.rs"),
        None
    );
}

#[test]
fn the_course_that_this_program_was_built_in_finds_its_starters_inside_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let pristine = Pristine::load(&root.canonicalize().unwrap()).unwrap();
    assert_eq!(
        pristine.files,
        serde_json::from_str::<Pristine>(EMBEDDED).unwrap().files
    );
    assert!(
        pristine
            .manifests()
            .contains(&"exercises/locks/lesson.toml")
    );
}

fn disk_write(root: &Path, path: &str, text: &str) {
    crate::disk::replace(&root.join(path), text.as_bytes()).unwrap();
}
