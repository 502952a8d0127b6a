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
fn it_adds_to_what_the_name_that_canvas_gave_says() {
    let class = folder();
    write(class.path(), "doejane_12345_1_greeter.rs", PROGRAM);
    write(
        class.path(),
        "doejane_12345_2_submission.toml",
        "[student]\nname = \"Jane\"",
    );
    let taken = take(class.path()).unwrap();
    let student = taken.student.unwrap();
    assert_eq!(
        (student.name.as_deref(), student.number.as_deref()),
        (Some("Jane"), Some("12345"))
    );
    assert!(taken.overruled.is_none() && taken.ignored.is_empty());
}

#[test]
fn nobody_can_write_the_number_of_another_over_the_one_that_canvas_gave() {
    let text = "[student]\nname = \"Jane\"\nnumber = \"54321\"";
    let packed = zip(&[("submission.toml", text), ("greeter.rs", PROGRAM)]);
    for late in ["", "LATE_"] {
        let class = folder();
        let name = format!("doejane_{late}12345_67890_homework.zip");
        write(class.path(), &name, &packed);
        let taken = take(class.path()).unwrap();
        let why = taken.why_ignored("submission.toml");
        assert!(
            why.contains("the number `54321` does not count: the name of the download says"),
            "{why}"
        );
        let (student, overruled) = (taken.student.unwrap(), taken.overruled.unwrap());
        assert_eq!(student.number.as_deref(), Some("12345"));
        assert_eq!(student.name.as_deref(), Some("Jane"));
        assert_eq!(overruled.number.as_deref(), Some("54321"));
        assert_eq!(overruled.name, None);
    }
}

#[test]
fn nobody_can_write_another_name_over_the_one_that_moodle_gave_and_the_id_number_is_his_to_say() {
    let class = folder();
    let folder = "Ann Smith_1234567_assignsubmission_file_";
    write(class.path(), &format!("{folder}/greeter.rs"), PROGRAM);
    let text = "[student]\nname = \"Jane Doe\"\nnumber = \"7\"";
    write(class.path(), &format!("{folder}/submission.toml"), text);
    let taken = take(class.path()).unwrap();
    let (student, overruled) = (taken.student.unwrap(), taken.overruled.unwrap());
    assert_eq!(student.name.as_deref(), Some("Ann Smith"));
    assert_eq!(student.number.as_deref(), Some("7"));
    assert_eq!(overruled.name.as_deref(), Some("Jane Doe"));
}
