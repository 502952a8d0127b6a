//! Claims about what a journal keeps, and when it is gone on with.

use super::*;
use crate::grade::ground::tests::ground;

fn row(id: &str) -> Row {
    Row {
        id: id.to_owned(),
        seen: "hash".to_owned(),
        exercises: BTreeMap::from([(
            "locks/counter".to_owned(),
            Kept {
                sha256: None,
                sheet: Sheet::not_started(),
            },
        )]),
    }
}

fn same() -> Ground {
    ground(&["locks/counter"], "v1")
}

fn journal(folder: &tempfile::TempDir) -> PathBuf {
    folder.path().join("journal.jsonl")
}

fn ids(path: &Path) -> Vec<String> {
    let (journal, rows) = Journal::open(path, &same(), Before::Resume).unwrap();
    let read = |place| journal.read(place).unwrap();
    rows.into_iter().map(read).map(|row| row.id).collect()
}

#[test]
fn what_was_added_is_there_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = journal(&folder);
    let (written, rows) = Journal::open(&path, &same(), Before::Refuse).unwrap();
    assert!(rows.is_empty());
    written.add(&row("ada")).unwrap();
    drop(written);
    assert_eq!(ids(&path), ["ada"]);
}

#[test]
fn at_whatever_byte_it_was_cut_the_whole_lines_count_and_the_next_one_fits() {
    let folder = tempfile::tempdir().unwrap();
    let path = journal(&folder);
    let (written, _) = Journal::open(&path, &same(), Before::Refuse).unwrap();
    let head = fs::metadata(&path).unwrap().len();
    written.add(&row("ada")).unwrap();
    let first = fs::metadata(&path).unwrap().len();
    written.add(&row("ben")).unwrap();
    drop(written);
    let whole = fs::read(&path).unwrap();
    for cut in head..=whole.len() as u64 {
        fs::write(&path, &whole[..cut as usize]).unwrap();
        let expected = usize::from(cut >= first) + usize::from(cut == whole.len() as u64);
        assert_eq!(ids(&path).len(), expected, "{cut}");
        let (again, _) = Journal::open(&path, &same(), Before::Resume).unwrap();
        again.add(&row("cyd")).unwrap();
        drop(again);
        assert_eq!(ids(&path).len(), expected + 1, "{cut}");
    }
}

#[test]
fn work_is_not_thrown_away_unasked_and_a_whole_run_may_be_begun_anew() {
    let folder = tempfile::tempdir().unwrap();
    let path = journal(&folder);
    let (written, _) = Journal::open(&path, &same(), Before::Refuse).unwrap();
    written.add(&row("ada")).unwrap();
    drop(written);
    let error = Journal::open(&path, &same(), Before::Refuse).unwrap_err();
    assert!(
        error.is::<Misuse>() && error.to_string().contains("--resume"),
        "{error}"
    );
    let (written, _) = Journal::open(&path, &same(), Before::Resume).unwrap();
    written.end(1).unwrap();
    drop(written);
    assert_eq!(ids(&path), ["ada"]);
    let (_, rows) = Journal::open(&path, &same(), Before::Refuse).unwrap();
    assert!(rows.is_empty());
}

/// An unfinished run over one submission.
fn unfinished(folder: &tempfile::TempDir) -> PathBuf {
    let path = journal(folder);
    let (written, _) = Journal::open(&path, &same(), Before::Refuse).unwrap();
    written.add(&row("ada")).unwrap();
    path
}

#[test]
fn what_was_graded_with_other_options_is_kept_and_the_options_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = unfinished(&folder);
    let kept = fs::read(&path).unwrap();
    let other = Ground {
        timeout: 5,
        ..same()
    };
    for before in [Before::Resume, Before::Refuse] {
        let error = Journal::open(&path, &other, before).unwrap_err();
        assert!(error.is::<Misuse>(), "{error}");
        let said = error.to_string();
        assert!(
            said.contains("other options: --timeout 30, not 5"),
            "{said}"
        );
        assert!(said.contains("1 graded submission of"), "{said}");
        assert_eq!(fs::read(&path).unwrap(), kept);
    }
    assert_eq!(ids(&path), ["ada"]);
}

#[test]
fn other_exercises_are_no_obstacle_and_are_remembered() {
    let folder = tempfile::tempdir().unwrap();
    let path = unfinished(&folder);
    let more = ground(&["locks/counter", "pools/images"], "v1");
    let (written, rows) = Journal::open(&path, &more, Before::Resume).unwrap();
    assert_eq!(rows.len(), 1);
    written.add(&row("ben")).unwrap();
    drop(written);
    let (_, rows) = Journal::open(&path, &same(), Before::Resume).unwrap();
    assert_eq!(rows.len(), 2);
    let changed = ground(&["pools/images"], "v2");
    let error = Journal::open(&path, &changed, Before::Resume).unwrap_err();
    assert!(
        error.to_string().contains("tests of pools/images"),
        "{error}"
    );
}

#[test]
fn a_run_that_had_graded_nobody_and_a_first_line_that_was_cut_off_are_no_obstacle() {
    let folder = tempfile::tempdir().unwrap();
    let path = journal(&folder);
    drop(Journal::open(&path, &ground(&["locks/counter"], "v2"), Before::Refuse).unwrap());
    let whole = fs::read(&path).unwrap();
    for cut in 0..=whole.len() {
        for before in [Before::Resume, Before::Refuse] {
            fs::write(&path, &whole[..cut]).unwrap();
            let (_, rows) = Journal::open(&path, &same(), before).unwrap();
            assert!(rows.is_empty(), "{cut}");
        }
    }
}

#[test]
fn a_file_of_somebody_else_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = journal(&folder);
    for text in ["dear diary", "{\"mood\":1}\n", "{\"ground\":\"0a1b\"}\n"] {
        fs::write(&path, text).unwrap();
        for before in [Before::Resume, Before::Refuse] {
            let error = Journal::open(&path, &same(), before).unwrap_err();
            assert!(error.to_string().contains("is no journal"), "{error}");
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
        }
    }
}

#[test]
fn two_graders_do_not_write_one_journal() {
    let folder = tempfile::tempdir().unwrap();
    let path = journal(&folder);
    let _first = Journal::open(&path, &same(), Before::Refuse).unwrap();
    let error = Journal::open(&path, &same(), Before::Resume).unwrap_err();
    assert!(error.to_string().contains("another grader"), "{error}");
}
