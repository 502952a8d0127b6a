//! Claims about who handed in.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;

use super::{PROGRAM, find, folder, take, write, zips::zip};
use crate::testing::course;

fn ids(folder: &std::path::Path) -> Vec<String> {
    let found = find(folder).unwrap().submissions.into_iter();
    found.map(|submission| submission.id).collect()
}

#[test]
fn folders_and_archives_are_submissions_named_after_themselves() {
    let class = folder();
    write(class.path(), "mia/counter.rs", PROGRAM);
    write(class.path(), "jane.zip", zip(&[]));
    write(class.path(), "ali.tar.gz", "damaged");
    write(class.path(), "zoe.tgz", "damaged");
    write(class.path(), "old.rar", "unread");
    write(class.path(), "grades.csv", "");
    write(class.path(), ".DS_Store", "");
    assert_eq!(ids(class.path()), ["ali", "jane", "mia", "old", "zoe"]);
    let ignored = find(class.path()).unwrap().ignored.into_iter();
    let paths: Vec<String> = ignored.map(|ignored| ignored.path).collect();
    assert_eq!(paths, [".DS_Store", "grades.csv"]);
}

#[test]
fn the_files_of_a_student_in_canvas_are_one_submission() {
    let class = folder();
    for path in [
        "doejane_12345_67890_locks-counter-1.rs",
        "doejane_LATE_12345_67891_greeter.rs",
        "doejane_12345_67892_essay.pdf",
    ] {
        write(class.path(), path, PROGRAM);
    }
    let zip = zip(&[("locks/bounded_buffer.rs", PROGRAM)]);
    write(class.path(), "doejane_12345_67893_rest.zip", zip);
    let taken = take(class.path()).unwrap();
    assert_eq!(ids(class.path()), ["doejane_12345"]);
    assert_eq!(
        taken.ids(),
        ["locks/bounded_buffer", "locks/counter", "threads/greeter"]
    );
    assert_eq!(taken.why_ignored("essay.pdf"), "not an exercise");
    assert_eq!(taken.student.unwrap().number.as_deref(), Some("12345"));
}

#[test]
fn the_parts_of_a_student_in_moodle_are_one_submission() {
    let class = folder();
    write(
        class.path(),
        "Ann Smith_1234567_assignsubmission_file_/greeter.rs",
        PROGRAM,
    );
    write(
        class.path(),
        "Ann Smith_1234567_assignsubmission_onlinetext_/onlinetext.html",
        "",
    );
    assert_eq!(take(class.path()).unwrap().ids(), ["threads/greeter"]);
}

#[test]
fn a_name_that_is_no_text_is_shown_and_told_apart() {
    let class = folder();
    for name in [&b"m\xfcller"[..], b"m\xe4ller", b"m%FCller"] {
        fs::create_dir(class.path().join(OsStr::from_bytes(name))).unwrap();
    }
    assert_eq!(ids(class.path()), ["m%25FCller", "m%E4ller", "m%FCller"]);
}

#[test]
fn an_empty_folder_is_an_error_and_an_empty_submission_is_none() {
    let class = folder();
    assert!(find(class.path()).is_err());
    assert!(find(&class.path().join("gone")).is_err());
    fs::create_dir(class.path().join("jane")).unwrap();
    assert!(take(class.path()).unwrap().is_empty());
}

#[test]
fn the_same_folder_is_read_the_same_way_twice() {
    let class = folder();
    for at in 0..20 {
        write(
            class.path(),
            &format!("s{at}/greeter.rs"),
            format!("// {at}"),
        );
        write(class.path(), &format!("s{at}/notes/{at}.txt"), "");
    }
    let read = || {
        let found = find(class.path()).unwrap().submissions;
        let taken = found
            .iter()
            .map(|s| (s.id.clone(), s.take(&course()).unwrap()));
        taken.collect::<Vec<_>>()
    };
    assert_eq!(read(), read());
}
