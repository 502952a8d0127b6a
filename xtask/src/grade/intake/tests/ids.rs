//! Claims about what submissions are called: nobody can take another one's name.

use std::collections::BTreeMap;
use std::path::Path;

use super::{PROGRAM, Taken, find, folder, write, zips::zip};
use crate::testing::course;

/// By what lies in the class's folder: what it is called.
fn called(class: &Path) -> BTreeMap<String, String> {
    let found = find(class).unwrap().submissions.into_iter();
    found
        .map(|one| {
            let file = one.parts[0]
                .path
                .file_name()
                .unwrap()
                .to_string_lossy()
                .into_owned();
            (file, one.id)
        })
        .collect()
}

fn pairs(found: &BTreeMap<String, String>) -> Vec<(&str, &str)> {
    found.iter().map(|(file, id)| (&**file, &**id)).collect()
}

fn claims(class: &Path, submission: &str, id: &str) {
    let path = format!("{submission}/submission.toml");
    write(class, &path, format!("id = \"{id}\""));
    write(class, &format!("{submission}/greeter.rs"), PROGRAM);
}

fn taken(class: &Path, id: &str) -> Taken {
    let found = find(class).unwrap().submissions;
    let one = found.iter().find(|one| one.id == id).unwrap();
    one.take(&course()).unwrap()
}

#[test]
fn a_claim_to_the_name_of_another_does_not_count_whatever_comes_first() {
    for hostile in ["aaa", "zzz"] {
        for claim in ["jane", "JANE", "jane.zip"] {
            let class = folder();
            write(class.path(), "jane.zip", zip(&[("greeter.rs", PROGRAM)]));
            claims(class.path(), hostile, claim);
            let called = called(class.path());
            assert_eq!(called["jane.zip"], "jane", "{hostile} {claim}");
            assert_eq!(called[hostile], hostile, "{claim}");
            let taken = taken(class.path(), hostile);
            assert_eq!(taken.ids(), ["threads/greeter"]);
            let why = taken.why_ignored("submission.toml");
            let said = format!("the id `{claim}` does not count");
            assert!(why.contains(&said) && why.contains("another"), "{why}");
        }
    }
}

#[test]
fn a_claim_to_the_name_of_one_who_claims_another_does_not_count_either() {
    let class = folder();
    claims(class.path(), "1", "jane");
    claims(class.path(), "2", "1");
    assert_eq!(pairs(&called(class.path())), [("1", "jane"), ("2", "2")]);
}

#[test]
fn what_two_claim_nobody_gets_and_both_are_told() {
    let class = folder();
    claims(class.path(), "1", "jane");
    claims(class.path(), "2", "Jane");
    claims(class.path(), "3", "mia");
    let called = called(class.path());
    assert_eq!(pairs(&called), [("1", "1"), ("2", "2"), ("3", "mia")]);
    for id in ["1", "2"] {
        let taken = taken(class.path(), id);
        let why = taken.why_ignored("submission.toml");
        assert!(why.contains("another submission claims it too"), "{why}");
        assert!(!why.contains("`1`") && !why.contains("`2`"), "{why}");
    }
    assert!(taken(class.path(), "mia").ignored.is_empty());
}

#[test]
fn a_claim_to_the_own_name_counts() {
    let class = folder();
    claims(class.path(), "jane", "jane");
    let packed = zip(&[("submission.toml", "id = \"mia.zip\"")]);
    write(class.path(), "mia.zip", packed);
    let called = called(class.path());
    assert_eq!(pairs(&called), [("jane", "jane"), ("mia.zip", "mia.zip")]);
    assert!(taken(class.path(), "jane").ignored.is_empty());
}

#[test]
fn submissions_of_one_name_keep_what_tells_them_apart() {
    let class = folder();
    for archive in ["ana.zip", "ben.zip", "zoe.zip", "dan.zip", "dan.zip.zip"] {
        write(class.path(), archive, zip(&[]));
    }
    write(class.path(), "ana/greeter.rs", PROGRAM);
    write(class.path(), "ben.tar.gz", "damaged");
    write(class.path(), "doejane_12345_1_greeter.rs", PROGRAM);
    write(class.path(), "doejane_12345_2_counter.rs", PROGRAM);
    write(class.path(), "doejane_12345/greeter.rs", PROGRAM);
    let called = called(class.path());
    assert_eq!(
        pairs(&called),
        [
            ("ana", "ana"),
            ("ana.zip", "ana.zip"),
            ("ben.tar.gz", "ben.tar.gz"),
            ("ben.zip", "ben.zip"),
            ("dan.zip", "dan"),
            ("dan.zip.zip", "dan.zip.zip"),
            ("doejane_12345", "doejane_12345"),
            ("doejane_12345_1_greeter.rs", "doejane_12345_1_greeter.rs"),
            ("zoe.zip", "zoe"),
        ]
    );
    let notes = find(class.path()).unwrap().notes;
    let told = |file: &str| {
        notes
            .iter()
            .any(|note| note.starts_with(&format!("{file}: ")))
    };
    assert!(
        told("ana.zip") && told("ben.zip") && !told("zoe.zip"),
        "{notes:?}"
    );
}

#[test]
fn a_name_with_blanks_around_it_is_no_other_name() {
    let class = folder();
    claims(class.path(), "mia", "jane ");
    claims(class.path(), "jane", "jane");
    assert_eq!(called(class.path())["mia"], "mia");
}

#[test]
fn what_canvas_calls_somebody_is_not_his_to_change() {
    for (claim, counts) in [
        ("smithann_54321", false),
        ("mia", false),
        ("doejane_12345", true),
    ] {
        let class = folder();
        let name = "doejane_12345_67890_homework.zip";
        let text = format!("id = \"{claim}\"");
        let packed = zip(&[("submission.toml", &text), ("greeter.rs", PROGRAM)]);
        write(class.path(), name, packed);
        assert_eq!(called(class.path())[name], "doejane_12345", "{claim}");
        let found = find(class.path()).unwrap();
        assert_eq!(found.submissions[0].refused.is_none(), counts, "{claim}");
        let told = "the name of the download says whose it is";
        let is_told = found.notes.iter().any(|note| note.contains(told));
        assert_eq!(is_told, !counts, "{:?}", found.notes);
    }
}
