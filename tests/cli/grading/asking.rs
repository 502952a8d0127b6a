//! What cannot be asked for: known before anything is built, with the next command.

use std::fs;

use super::Class;

/// A class of one.
fn class() -> Class {
    let class = Class::new();
    class.solves("ada", "solved");
    class
}

#[test]
fn options_that_nothing_fits_are_a_wrong_command_line() {
    let class = class();
    let refused = |arguments: &[&str], said: &[&str]| {
        class.grade("out", arguments).complains(2, said);
    };
    refused(&["--lesson", "looks"], &["no lesson is called `looks`"]);
    refused(&["--shard", "9/8"], &["from 1 to N"]);
    class
        .course
        .run(&["grade", "class"])
        .complains(2, &["--out"]);
    assert!(!class.course.path("out").exists());
}

#[test]
fn a_points_file_that_is_missing_or_wrong_is_a_wrong_command_line() {
    let class = class();
    class
        .grade("out", &["--points", "none.toml"])
        .complains(2, &["none.toml", "name another file with --points"]);
    fs::write(class.course.path("points.toml"), "late.percnt = 1").unwrap();
    let wrong = class.grade("out", &["--points", "points.toml"]);
    wrong.complains(
        2,
        &["points.toml", "late.percnt", "run the same command again"],
    );
    class
        .grade("out", &["--points", "class"])
        .complains(2, &["failed to read class"]);
}

#[test]
fn folders_that_are_none_or_lie_in_each_other_are_a_wrong_command_line() {
    let class = class();
    fs::write(class.course.path("file"), "").unwrap();
    for submissions in ["nowhere", "file"] {
        let run = class.course.run(&["grade", submissions, "--out", "out"]);
        run.complains(2, &[submissions, "is no folder"]);
    }
    for out in ["file", "file/below"] {
        let run = class.grade(out, &[]);
        run.complains(2, &["/file is no folder", "--out"]);
    }
    for out in ["class", "class/out", "class/../class/ada", "."] {
        let run = class.grade(out, &[]);
        run.complains(2, &["one of both is in the other", "--out"]);
    }
    assert_eq!(fs::read(class.course.path("file")).unwrap(), b"");
    assert!(!class.course.path("class/out").exists());
}

#[test]
fn a_folder_without_submissions_is_a_wrong_command_line() {
    let class = class();
    fs::create_dir(class.course.path("empty")).unwrap();
    let run = class.course.run(&["grade", "empty", "--out", "out"]);
    run.complains(2, &["no submission found"]);
}

#[test]
fn merge_and_show_name_the_folder_that_holds_nothing() {
    let class = class();
    let merge = class
        .course
        .run(&["grade", "merge", "nowhere", "--of", "2"]);
    merge.complains(2, &["nowhere is no folder"]);
    let show = class.course.run(&["grade", "show", "nowhere", "ada"]);
    show.complains(
        2,
        &[
            "nowhere holds no grades.jsonl",
            "cargo xtask grade SUBMISSIONS --out nowhere",
        ],
    );
}

#[test]
fn the_help_says_which_options_a_run_that_goes_on_must_have_again() {
    let run = class().course.run(&["grade", "--help"]);
    let text: Vec<&str> = run.out.split_whitespace().collect();
    let text = text.join(" ");
    for said in [
        "--resume Go on where an earlier run into DIR was ended, with the same options",
        "--jobs, --lesson and --points may differ: no verdict depends on them.",
        "--timeout, --no-sandbox and --shard must be those of the first run",
    ] {
        assert!(text.contains(said), "{run:?}");
    }
}
