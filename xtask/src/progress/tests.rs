//! Claims about `progress`.

use super::*;
use crate::testing::decision;

fn course() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

fn file(root: &Path) -> PathBuf {
    root.join(".progress/progress.json")
}

fn record(root: &Path, id: &str, key: &str, verdict: Verdict) -> Progress {
    let mut progress = Progress::load(root);
    progress.record(id, key.into(), decision(verdict, vec![]));
    progress
}

#[test]
fn a_recorded_decision_is_recalled_by_its_key_and_by_no_other() {
    let course = course();
    record(course.path(), "locks/counter", "k1", Verdict::Race);
    let progress = Progress::load(course.path());
    let recalled = progress.recall("locks/counter", "k1").unwrap();
    assert_eq!((recalled.verdict, recalled.cached), (Verdict::Race, true));
    assert_eq!(progress.recall("locks/counter", "k2"), None);
    assert_eq!(progress.recall("locks/semaphore", "k1"), None);
}

#[test]
fn what_was_killed_or_died_is_decided_anew() {
    let course = course();
    for verdict in [Verdict::TimedOut, Verdict::Crashed] {
        let progress = record(course.path(), "locks/counter", "k1", verdict);
        assert_eq!(progress.recall("locks/counter", "k1"), None);
    }
}

#[test]
fn an_exercise_that_was_solved_once_stays_so_after_an_edit() {
    let course = course();
    record(course.path(), "locks/counter", "k1", Verdict::Solved);
    record(course.path(), "locks/counter", "k2", Verdict::Race);
    let progress = Progress::load(course.path());
    assert!(progress.entry("locks/counter").unwrap().solved_once);
}

#[test]
fn two_runs_at_once_keep_what_each_has_written() {
    let course = course();
    let mut one = Progress::load(course.path());
    let mut two = Progress::load(course.path());
    one.record(
        "locks/counter",
        "k1".into(),
        decision(Verdict::Solved, vec![]),
    );
    two.record(
        "locks/semaphore",
        "k2".into(),
        decision(Verdict::Race, vec![]),
    );
    one.update("locks/counter", |entry| entry.hints.extend([2]));
    let after = Progress::load(course.path());
    assert!(after.recall("locks/counter", "k1").is_some());
    assert!(after.recall("locks/semaphore", "k2").is_some());
    assert_eq!(
        after.entry("locks/counter").unwrap().hints,
        BTreeSet::from([2])
    );
}

#[test]
fn many_writers_lose_nothing() {
    let course = course();
    std::thread::scope(|scope| {
        for writer in 0..4 {
            let root = course.path();
            scope.spawn(move || {
                for exercise in 0..5 {
                    record(
                        root,
                        &format!("l{writer}/e{exercise}"),
                        "k",
                        Verdict::Solved,
                    );
                }
            });
        }
    });
    let progress = Progress::load(course.path());
    let kept = (0..4).flat_map(|w| (0..5).map(move |e| format!("l{w}/e{e}")));
    assert!(
        kept.into_iter()
            .all(|id| progress.recall(&id, "k").is_some())
    );
}

#[test]
fn a_damaged_file_is_set_aside_with_a_warning_and_never_overwritten() {
    let course = course();
    for (number, damage) in ["{\"version\":1,\"exer", "not json", "\u{fffd}"]
        .iter()
        .enumerate()
    {
        fs::create_dir_all(course.path().join(".progress")).unwrap();
        fs::write(file(course.path()), damage).unwrap();
        let mut progress = Progress::load(course.path());
        let warnings = progress.take_warnings();
        assert!(warnings[0].contains("is damaged"), "{warnings:?}");
        let aside = file(course.path()).with_extension(format!("json.damaged-{}", number + 1));
        assert_eq!(fs::read_to_string(aside).unwrap(), *damage);
        progress.record(
            "locks/counter",
            "k".into(),
            decision(Verdict::Solved, vec![]),
        );
        assert_eq!(progress.take_warnings(), Vec::<String>::new());
    }
    assert!(
        Progress::load(course.path())
            .recall("locks/counter", "k")
            .is_some()
    );
}

#[test]
fn a_file_of_another_version_is_set_aside_too() {
    let course = course();
    fs::create_dir_all(course.path().join(".progress")).unwrap();
    fs::write(file(course.path()), "{\"version\":7,\"exercises\":{}}").unwrap();
    let warnings = Progress::load(course.path()).take_warnings();
    assert!(warnings[0].contains("version 7"), "{warnings:?}");
}

#[test]
fn progress_that_cannot_be_written_holds_for_this_run_and_warns() {
    let course = course();
    // A file where the folder should be: nobody can write there, whatever their rights.
    fs::write(course.path().join(".progress"), "").unwrap();
    let mut progress = record(course.path(), "locks/counter", "k", Verdict::Solved);
    assert!(progress.recall("locks/counter", "k").is_some());
    let warnings = progress.take_warnings();
    assert!(
        warnings
            .iter()
            .any(|w| w.starts_with("progress is not saved")),
        "{warnings:?}"
    );
}

#[test]
fn what_a_killed_run_left_half_written_is_swept() {
    let course = course();
    fs::create_dir_all(course.path().join(".progress")).unwrap();
    let left = course.path().join(".progress/.new-abcdef");
    fs::write(&left, "half").unwrap();
    record(course.path(), "locks/counter", "k", Verdict::Solved);
    assert!(!left.exists());
}
