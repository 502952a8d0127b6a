//! Claims about `submission.toml`.

use super::{PROGRAM, find, folder, take, write, zips::zip};

#[test]
fn it_gives_id_student_and_time_also_in_an_archive() {
    let text = "id = \"jane\"\nsubmitted = 2026-10-01T23:10:00+02:00\n[student]\nemail = \"j@example.org\"";
    let class = folder();
    let packed = zip(&[
        ("repo-main/submission.toml", text),
        ("repo-main/greeter.rs", PROGRAM),
    ]);
    write(class.path(), "1234.zip", packed);
    let taken = take(class.path()).unwrap();
    assert_eq!(find(class.path()).unwrap().submissions[0].id, "jane");
    assert_eq!(
        taken.student.as_ref().unwrap().email.as_deref(),
        Some("j@example.org")
    );
    assert_eq!(taken.submitted.unwrap().to_string(), "2026-10-01T21:10:00Z");
    assert_eq!(taken.ids(), ["threads/greeter"]);
    assert!(taken.ignored.is_empty());
}

#[test]
fn one_that_is_wrong_is_listed_and_costs_nobody_anything() {
    let class = folder();
    write(
        class.path(),
        "jane/submission.toml",
        "id = \"x\"\ngrade = 10",
    );
    write(class.path(), "jane/greeter.rs", PROGRAM);
    let taken = take(class.path()).unwrap();
    assert_eq!(find(class.path()).unwrap().submissions[0].id, "jane");
    assert_eq!(taken.ids(), ["threads/greeter"]);
    assert!(taken.why_ignored("submission.toml").contains("`grade`"));
}

#[test]
fn it_knows_better_than_the_name_that_canvas_gave() {
    let class = folder();
    write(class.path(), "doejane_12345_1_greeter.rs", PROGRAM);
    write(
        class.path(),
        "doejane_12345_2_submission.toml",
        "[student]\nname = \"Jane\"",
    );
    let student = take(class.path()).unwrap().student.unwrap();
    assert_eq!(
        (student.name.as_deref(), student.number),
        (Some("Jane"), None)
    );
}
