//! Claims about what a journal keeps, and when it is gone on with.

use super::*;
use crate::exit::Misuse;
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
            said.contains("other conditions: --timeout 30, not 5\ngo on with --resume --timeout 30; to begin anew, remove"),
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
        error.to_string().contains("flags) for pools/images\n"),
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

#[test]
fn what_no_option_has_changed_is_not_said_to_be_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = unfinished(&folder);
    let changed = ground(&["locks/counter"], "v2");
    for before in [Before::Resume, Before::Refuse] {
        let error = Journal::open(&path, &changed, before).unwrap_err();
        let said = error.to_string();
        for part in [
            "under other conditions: something that verdicts depend on has changed (tests, harness, explorer, compiler or flags)\n",
            "bring back the course, the compiler and the RUSTFLAGS of that run and go on with --resume --timeout 30; ",
            "journal.jsonl and run the same command again",
        ] {
            assert!(said.contains(part), "{said}");
        }
    }
}

/// A whole run's journal, whose rows are of these, with line `number` (from 1) made into something else.
fn damaged(path: &Path, rows: &[&str], number: usize, becomes: &str) {
    let (written, _) = Journal::open(path, &same(), Before::Refuse).unwrap();
    for id in rows {
        written.add(&row(id)).unwrap();
    }
    drop(written);
    replace(path, number, becomes);
}

fn replace(path: &Path, number: usize, becomes: &str) {
    let text = fs::read_to_string(path).unwrap();
    let mut lines: Vec<&str> = text.lines().collect();
    lines[number - 1] = becomes;
    fs::write(path, lines.join("\n") + "\n").unwrap();
}

#[test]
fn a_damaged_line_costs_its_own_submission_and_is_named() {
    for becomes in ["", "{\"id\":\"be", "\u{0}\u{0}", "[]", "{\"id\":\"ben\"}"] {
        let folder = tempfile::tempdir().unwrap();
        let path = journal(&folder);
        damaged(&path, &["ada", "ben", "cyd"], 3, becomes);
        assert_eq!(ids(&path), ["ada", "cyd"], "{becomes:?}");
        let (again, _) = Journal::open(&path, &same(), Before::Resume).unwrap();
        let warning = again.warning().unwrap();
        let named = format!("{}: line 3 is damaged", path.display());
        assert!(warning.starts_with(&named), "{warning}");
        again.add(&row("ben")).unwrap();
        drop(again);
        assert_eq!(ids(&path), ["ada", "cyd", "ben"], "{becomes:?}");
    }
}

#[test]
fn a_last_line_that_was_cut_off_is_no_damage() {
    let folder = tempfile::tempdir().unwrap();
    let path = unfinished(&folder);
    let whole = fs::read(&path).unwrap();
    fs::write(&path, [&whole[..], b"{\"id\":\"b"].concat()).unwrap();
    let (again, rows) = Journal::open(&path, &same(), Before::Resume).unwrap();
    assert_eq!((rows.len(), again.warning()), (1, None));
}

#[test]
fn a_damaged_last_line_does_not_let_the_run_count_as_finished() {
    let folder = tempfile::tempdir().unwrap();
    let path = unfinished(&folder);
    let (again, _) = Journal::open(&path, &same(), Before::Resume).unwrap();
    again.end(1).unwrap();
    again.add(&row("ben")).unwrap();
    drop(again);
    replace(&path, 4, "?");
    let error = Journal::open(&path, &same(), Before::Refuse).unwrap_err();
    assert!(error.to_string().contains("did not come to its end"));
    assert_eq!(ids(&path), ["ada"]);
}

#[test]
fn where_the_line_is_damaged_that_names_the_tests_their_verdicts_do_not_count() {
    let folder = tempfile::tempdir().unwrap();
    let path = unfinished(&folder);
    let more = ground(&["locks/counter", "pools/images"], "v1");
    let (written, _) = Journal::open(&path, &more, Before::Resume).unwrap();
    let mut both = row("ben");
    let kept = both.exercises["locks/counter"].clone();
    both.exercises.insert("pools/images".to_owned(), kept);
    written.add(&both).unwrap();
    written.add(&row("cyd")).unwrap();
    drop(written);
    assert_eq!(ids(&path), ["ada", "ben", "cyd"]);
    replace(&path, 3, "?");
    // Whoever adds those exercises again does so with other tests.
    let changed = Ground {
        tests: same()
            .tests
            .into_iter()
            .chain(ground(&["pools/images"], "v2").tests)
            .collect(),
        ..same()
    };
    for _ in 0..2 {
        let (again, rows) = Journal::open(&path, &changed, Before::Resume).unwrap();
        let read: Vec<String> = rows
            .into_iter()
            .map(|row| again.read(row).unwrap().id)
            .collect();
        assert_eq!(read, ["ada", "cyd"]);
        let warning = again.warning().unwrap();
        assert!(
            warning.contains("line 3 is damaged, and line 4 has"),
            "{warning}"
        );
    }
}

#[test]
fn a_damaged_first_line_stays_an_obstacle_since_it_names_what_all_verdicts_depend_on() {
    let folder = tempfile::tempdir().unwrap();
    let path = journal(&folder);
    damaged(&path, &["ada"], 1, "{\"ground\":{");
    let kept = fs::read(&path).unwrap();
    let error = Journal::open(&path, &same(), Before::Resume).unwrap_err();
    assert!(
        error.to_string().contains("its first line is damaged"),
        "{error}"
    );
    assert_eq!(fs::read(&path).unwrap(), kept);
}
