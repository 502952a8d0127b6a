//! What the runner stands on may be missing.

use std::process::Stdio;

use crate::course::Course;

#[test]
fn without_cargo_on_the_path_the_tool_says_what_to_install() {
    let course = Course::new();
    let mut command = course.command(&["next"]);
    command
        .env("PATH", "")
        .env_remove("CARGO")
        .env_remove("RUSTC");
    let run = crate::course::Run::from(command.output().unwrap());
    run.complains(3, &["on the path", "install Rust"]);
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let course = Course::new();
    let mut child = course
        .command(&["list"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}

#[test]
fn the_course_is_found_from_any_folder_inside_it() {
    let course = Course::new();
    let mut command = course.command(&["list"]);
    command.current_dir(course.path("exercises/verdicts/src"));
    crate::course::Run::from(command.output().unwrap()).says(0, &["race"]);
}
