//! `check` and `verify`: many exercises in one run.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::PathBuf;

use crate::course::{Course, LESSON, Run};

/// The verdicts in the order of the course.
fn verdicts(run: &Run) -> Vec<(String, bool)> {
    let document: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let results = document["results"].as_array().unwrap().iter();
    results
        .map(|result| {
            let id = result["id"].as_str().unwrap();
            assert_eq!(
                id,
                format!("{LESSON}/{}", result["verdict"].as_str().unwrap())
            );
            (id.to_owned(), result["cached"].as_bool().unwrap())
        })
        .collect()
}

#[test]
fn one_run_gives_every_exercise_its_own_verdict_and_the_next_one_knows_them() {
    let course = Course::new();
    let first = course.run(&["check", "--json"]);
    assert_eq!(first.code, Some(1), "{first:?}");
    let first = verdicts(&first);
    assert_eq!(first.len(), 11);
    assert!(first.iter().all(|(_, cached)| !cached), "{first:?}");
    for (id, cached) in verdicts(&course.run(&["check", "--json"])) {
        let may_be_the_machines_fault = id.ends_with("timed_out") || id.ends_with("crashed");
        assert_eq!(cached, !may_be_the_machines_fault, "{id}");
    }
}

#[test]
fn another_file_is_decided_in_the_place_of_the_exercises_own_which_stays() {
    let course = Course::new();
    let before = course.read(&format!("exercises/{LESSON}/src/race.rs"));
    let solution = format!("solutions/{LESSON}/race.rs");
    let run = course.run(&["check", &format!("{LESSON}/race"), "--with", &solution]);
    run.says(0, &["1 of 1 solved"]);
    assert_eq!(
        course.read(&format!("exercises/{LESSON}/src/race.rs")),
        before
    );
    assert_eq!(course.listed("race")["verdict"], serde_json::Value::Null);
}

#[test]
fn what_cannot_be_checked_is_a_wrong_command_line() {
    let course = Course::new();
    for arguments in [
        &["check", "no_such_exercise"][..],
        &["check", LESSON, "--with", "Cargo.toml"],
        &[
            "check",
            &format!("{LESSON}/race"),
            "--with",
            "no_such_file.rs",
        ],
    ] {
        let run = course.run(arguments);
        assert_eq!(run.code, Some(2), "{run:?}");
    }
}

#[test]
fn verify_counts_the_programs_whose_verdict_is_right_and_tells_the_others() {
    let course = Course::new();
    let solutions = course.run(&["verify", "--only", "solutions"]);
    assert_eq!(solutions.code, Some(0), "{solutions:?}");
    assert_eq!(solutions.out.lines().last(), Some("11 passed, 0 failed"));
    let starters = course.run(&["verify", "--only", "starters"]);
    assert_eq!(starters.code, Some(1), "{starters:?}");
    assert!(
        starters.out.contains("the starter is solved"),
        "{starters:?}"
    );
    assert_eq!(starters.out.lines().last(), Some("7 passed, 4 failed"));
}

#[test]
fn verify_can_be_asked_about_one_exercise() {
    let course = Course::new();
    let folder = course.path("tests/submissions/right/verdicts/race");
    fs::create_dir_all(&folder).unwrap();
    let solution = course.path(&format!("solutions/{LESSON}/race.rs"));
    fs::copy(solution, folder.join("again.rs")).unwrap();
    let verify =
        |arguments: &[&str]| course.run(&[&["verify", "--exercise", "race"], arguments].concat());
    verify(&["--only", "submissions"]).says(0, &["1 passed, 0 failed"]);
    verify(&["--only", "submissions", "--repeat", "3"]).says(0, &["3 times", "1 passed, 0 failed"]);
    // The starter of `race` is not solved, its solution is, and the submission is as right as that.
    verify(&[]).says(0, &["3 passed, 0 failed"]);
    verify(&["--only", "clippy"]).complains(2, &["`clippy` is about the whole workspace"]);
}

#[test]
fn verify_runs_the_programs_in_python_and_says_where_there_is_no_python() {
    let course = Course::new();
    let folder = course.path(&format!("exercises/{LESSON}/python"));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("well.py"), "print(4)").unwrap();
    fs::write(folder.join("badly.py"), "print(4)\nassert 1 + 1 == 3").unwrap();
    let has_python = std::process::Command::new("python3")
        .arg("-V")
        .output()
        .is_ok();
    let run = course.run(&["verify", "--only", "python"]);
    if has_python {
        run.says(1, &["badly.py", "AssertionError", "1 passed, 1 failed"]);
    } else {
        run.says(0, &["0 passed, 0 failed, 2 skipped"]);
    }
    let mut command = course.command(&["verify", "--only", "python"]);
    let without = Run::from(command.env("PATH", "").output().unwrap());
    without.says(0, &["there is no python3", "0 passed, 0 failed, 2 skipped"]);
}

#[test]
fn verify_looks_at_the_pages_in_a_browser_and_counts_what_it_would_have_where_there_is_none() {
    let course = Course::new();
    let package = course.path("xtask");
    fs::create_dir_all(package.join("tests")).unwrap();
    let manifest = "[package]\nname = \"xtask\"\nedition.workspace = true\n";
    fs::write(package.join("Cargo.toml"), manifest).unwrap();
    let tests = "#[test] fn one() {}\n#[test] fn other() {}\n";
    fs::write(package.join("tests/pages.rs"), tests).unwrap();
    let workspace = course.path("Cargo.toml");
    let text = fs::read_to_string(&workspace).unwrap();
    let more = text.replace("members = [", "members = [\"xtask\", ");
    fs::write(&workspace, more).unwrap();
    let verify = |browser: &str| {
        let mut command = course.command(&["verify", "--only", "pages"]);
        let path = folder_without(&course, &["chromium", "chromium-browser", "google-chrome"]);
        command.env("PATH", path).env("CHROMIUM", browser);
        Run::from(command.output().unwrap())
    };
    verify("").says(
        0,
        &[
            "there is no Chromium on the path",
            "apt install chromium",
            "0 passed, 0 failed, 2 skipped",
        ],
    );
    verify("any").says(0, &["2 passed, 0 failed\n"]);
    fs::write(package.join("tests/pages.rs"), "#[test] fn").unwrap();
    verify("").says(1, &["0 passed, 1 failed\n"]);
}

/// A folder with all programs of the path but these.
fn folder_without(course: &Course, names: &[&str]) -> PathBuf {
    let folder = course.path("programs");
    fs::create_dir_all(&folder).unwrap();
    let path = std::env::var_os("PATH").unwrap();
    let folders = std::env::split_paths(&path).filter_map(|folder| fs::read_dir(folder).ok());
    for program in folders.flatten().flatten() {
        let name = program.file_name();
        if !names.iter().any(|other| name == *other) {
            // The first one of a name is the one that counts.
            let _ = symlink(program.path(), folder.join(name));
        }
    }
    folder
}

/// Everything that a run says of each exercise, apart from how long it took.
fn results(run: &Run) -> Vec<serde_json::Value> {
    let document: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let mut results = document["results"].as_array().unwrap().clone();
    for result in &mut results {
        result.as_object_mut().unwrap().remove("seconds");
    }
    results
}

#[test]
fn an_exercise_is_decided_among_others_as_it_is_alone() {
    let course = Course::new();
    course.solve("timed_out");
    // Only with others beside it there is something to reach.
    let reaching = course.read(&format!("exercises/{LESSON}/src/solved.rs"))
        + "\npub use super::race::answer as another;\n";
    fs::write(course.file("solved"), reaching).unwrap();
    let warned = course.read(&format!("exercises/{LESSON}/src/wrong_result.rs"))
        + "\nfn nobody_calls_it() {}\n";
    fs::write(course.file("wrong_result"), warned).unwrap();
    // Right for its file, and not for its tests.
    let renamed = course.read(&format!("exercises/{LESSON}/src/leak.rs"));
    fs::write(
        course.file("leak"),
        renamed.replace("pub fn ", "pub fn not_"),
    )
    .unwrap();
    let together = results(&course.run(&["check", "--json"]));
    assert_eq!(together.len(), 11);
    assert_eq!(together[0]["verdict"], "does_not_compile");
    fs::remove_dir_all(course.path(".progress")).unwrap();
    for result in together {
        let alone = course.run(&["check", result["id"].as_str().unwrap(), "--json"]);
        assert_eq!(results(&alone), [result]);
    }
}
