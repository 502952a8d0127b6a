//! Who is called what: nobody can take another one's name, and nobody's name stops the class.

use std::fs;

use super::Class;

fn claims(class: &Class, student: &str, id: &str) {
    let folder = class.submission(student);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("submission.toml"), format!("id = \"{id}\"\n")).unwrap();
}

/// Two honest ones, and three who claim what is not theirs.
fn class() -> Class {
    let class = Class::new();
    for student in ["ada", "ben", "aaa", "zoe", "yan"] {
        class.solves(student, "solved");
    }
    claims(&class, "ben", "benedict");
    claims(&class, "aaa", "ada");
    claims(&class, "zoe", "x");
    claims(&class, "yan", "X");
    class
}

#[test]
fn a_name_that_somebody_claims_and_cannot_have_costs_nobody_a_grade() {
    let class = class();
    let run = class.grade("out", &[]);
    run.says(0, &["5 submissions graded"]);
    for said in [
        "aaa: in its submission.toml, the id `ada` does not count: another submission has that name",
        "yan: in its submission.toml, the id `X` does not count: another submission claims it too",
        "zoe: in its submission.toml, the id `x` does not count: another submission claims it too",
    ] {
        assert!(run.err.contains(said), "{run:?}");
    }
    let grades = class.grades("out");
    let ids: Vec<&str> = grades.keys().map(|id| &**id).collect();
    assert_eq!(ids, ["aaa", "ada", "benedict", "yan", "zoe"]);
    for id in ids {
        assert_eq!(class.verdict("out", id, "solved"), "solved", "{id}");
    }
    assert_eq!(grades["aaa"]["claimed"], "ada");
    assert_eq!(grades["aaa"]["ignored"][0]["path"], "submission.toml");
    assert!(grades["ada"].get("claimed").is_none());
    assert_eq!(grades["ada"]["ignored"].as_array().unwrap().len(), 0);
    let page = class.course.read("out/students/aaa.html");
    assert!(page.contains("the id `ada` does not count"), "{page}");
    let index = class.course.read("out/index.html");
    assert!(index.contains("claims the id `ada`"), "{index}");
}

#[test]
fn the_jobs_the_parts_and_a_second_run_change_no_name() {
    let class = class();
    class
        .grade("out", &["--jobs", "1"])
        .says(0, &["5 submissions"]);
    let whole = class.course.read("out/grades.jsonl");
    class
        .grade("out", &["--resume"])
        .says(0, &["5 submissions"]);
    assert_eq!(class.course.read("out/grades.jsonl"), whole);
    for shard in ["1/2", "2/2"] {
        class.grade("parts", &["--shard", shard]);
    }
    let merge = class.course.run(&["grade", "merge", "parts", "--of", "2"]);
    merge.says(0, &["5 submissions graded"]);
    assert_eq!(class.course.read("parts/grades.jsonl"), whole);
}

#[test]
fn an_archive_beside_a_folder_of_its_name_is_another_submission() {
    let class = Class::new();
    class.solves("ana", "solved").solves("Ana", "race");
    fs::write(class.submission("ana.zip"), "no archive").unwrap();
    let run = class.grade("out", &[]);
    run.complains(
        3,
        &[
            "ana.zip: it keeps its whole name",
            "ana.zip could not be graded",
        ],
    );
    assert_eq!(class.verdict("out", "ana", "solved"), "solved");
    assert_eq!(class.verdict("out", "Ana", "race"), "solved");
    let files = fs::read_dir(class.course.path("out/gradescope")).unwrap();
    let name = |file: std::io::Result<fs::DirEntry>| file.unwrap().file_name();
    let mut names: Vec<_> = files
        .map(|file| name(file).to_string_lossy().to_lowercase())
        .collect();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), 2, "{names:?}");
}

#[test]
fn nobody_gets_a_grade_under_the_number_of_another_that_canvas_has_not_given_to_him() {
    let class = Class::new();
    let file = |name: &str, text: &str| fs::write(class.submission(name), text).unwrap();
    file("doejane_12345_1_notes.rs", "");
    file(
        "doejane_12345_2_submission.toml",
        "id = \"smithann_54321\"\n[student]\nname = \"Jane Doe\"\nnumber = \"54321\"\n",
    );
    let run = class.grade("out", &[]);
    run.says(0, &["1 submission graded"]);
    let told = "doejane_12345: in its submission.toml, the number `54321` does not count: the name of the download says `12345`";
    assert!(run.err.contains(told), "{run:?}");
    let canvas = class.course.read("out/canvas.csv");
    assert!(canvas.contains("\"Jane Doe\",\"12345\""), "{canvas}");
    assert!(!class.course.read("out/grades.csv").contains("54321"));
    let grade = &class.grades("out")["doejane_12345"];
    assert_eq!(grade["overruled"]["number"], "54321");
    assert_eq!(grade["claimed"], "smithann_54321");
    let index = class.course.read("out/index.html");
    for said in [
        "claims the number `54321`",
        "claims the id `smithann_54321`",
    ] {
        assert!(index.contains(said), "{index}");
    }
    let page = class.course.read("out/students/doejane_12345.html");
    assert!(page.contains("the number `54321` does not count"), "{page}");
}
