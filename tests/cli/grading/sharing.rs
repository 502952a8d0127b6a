//! A class in parts, put together again.

use std::fs;

use super::Class;

const STUDENTS: [&str; 6] = ["ada", "ben", "cyd", "dan", "eve", "fay"];

fn class() -> Class {
    let class = Class::new();
    for student in STUDENTS {
        class.solves(student, "solved");
    }
    class.hands_in("eve", "race", "fn");
    // It is no answer; what counts is that two have it.
    for (student, name) in [("dan", "total"), ("fay", "sum")] {
        class.hands_in(student, "leak", &COPIED.replace("total", name));
    }
    class
}

const COPIED: &str = "pub fn answer(threads: usize, times: usize) -> u64 {
    let total = std::sync::Mutex::new(0);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| for _ in 0..times { *total.lock().unwrap() += 1; });
        }
    });
    let total = total.into_inner().unwrap();
    if total > 7 { 7 } else { total }
}";

#[test]
fn parts_put_together_are_the_whole() {
    let class = class();
    class.grade("whole", &[]).says(0, &["6 submissions"]);
    for shard in ["1/3", "2/3", "3/3"] {
        let run = class.grade("parts", &["--shard", shard]);
        assert_eq!(run.code, Some(0), "{run:?}");
    }
    class
        .course
        .run(&["grade", "merge", "parts", "--of", "3"])
        .says(0, &["6 submissions graded"]);
    for report in ["grades.jsonl", "similar.json", "index.html", "grades.csv"] {
        let read = |out: &str| class.course.read(&format!("{out}/{report}"));
        assert_eq!(read("whole"), read("parts"), "{report}");
    }
    let similar = class.course.read("parts/similar.json");
    assert!(similar.contains("\"a\": \"dan\""), "{similar}");
    let again = class.grade("parts", &["--shard", "2/3"]);
    again.complains(0, &["2-of-3.jsonl is whole already"]);
}

#[test]
fn missing_and_cut_off_parts_are_named_as_they_are_asked_for_again() {
    let class = class();
    for shard in ["1/4", "2/4", "4/4"] {
        class.grade("parts", &["--shard", shard]);
    }
    let cut = class.course.path("parts/shards/2-of-4.jsonl");
    let text = fs::read_to_string(&cut).unwrap();
    fs::write(&cut, &text[..text.len() - 2]).unwrap();
    let merge = class.course.run(&["grade", "merge", "parts", "--of", "4"]);
    merge.complains(3, &["2 of 4 shards are missing or cut off"]);
    assert_eq!(merge.out, "2,3\n");
    // What its submissions are compared by belongs to a shard.
    fs::remove_file(class.course.path("parts/shards/4-of-4.prints")).unwrap();
    let merge = class.course.run(&["grade", "merge", "parts", "--of", "4"]);
    merge.complains(3, &["3 of 4 shards are missing or cut off"]);
    assert_eq!(merge.out, "2,3,4\n");
    assert!(!class.course.path("parts/grades.jsonl").exists());
}

#[test]
fn parts_that_were_graded_with_other_options_are_not_put_together() {
    let class = class();
    class.grade("parts", &["--shard", "1/2"]);
    class.grade("parts", &["--shard", "2/2", "--timeout", "7"]);
    let merge = class.course.run(&["grade", "merge", "parts", "--of", "2"]);
    merge.complains(
        3,
        &[
            "shards 1/2 and 2/2 were graded under different conditions: --timeout 30, not 7",
            "of one of them from parts/shards",
        ],
    );
    let again = class.grade("parts", &["--shard", "2/2"]);
    again.complains(
        2,
        &[
            "parts/shards/2-of-2.jsonl was graded under other conditions: --timeout 7, not 30",
            "remove it and parts/shards/2-of-2.journal",
        ],
    );
    for file in ["2-of-2.jsonl", "2-of-2.journal"] {
        fs::remove_file(class.course.path("parts/shards").join(file)).unwrap();
    }
    class.grade("parts", &["--shard", "2/2"]);
    let merge = class.course.run(&["grade", "merge", "parts", "--of", "2"]);
    merge.says(0, &["6 submissions graded"]);
}

#[test]
fn two_parts_that_do_not_agree_are_not_put_together() {
    let class = class();
    for shard in ["1/2", "2/2"] {
        class.grade("parts", &["--shard", shard]);
    }
    let shards = class.course.path("parts/shards");
    let read = |name: &str| fs::read_to_string(shards.join(name)).unwrap();
    let (first, second) = (read("1-of-2.jsonl"), read("2-of-2.jsonl"));
    let (from, to, number) = if first.lines().count() > 1 {
        (first, second, 2)
    } else {
        (second, first, 1)
    };
    let foreign = from
        .lines()
        .next()
        .unwrap()
        .replace("not_started", "solved");
    let rows = to.lines().count() - 1;
    let more = format!("{foreign}\n{to}").replace(
        &format!("\"rows\":{rows}"),
        &format!("\"rows\":{}", rows + 1),
    );
    fs::write(shards.join(format!("{number}-of-2.jsonl")), more).unwrap();
    let merge = class.course.run(&["grade", "merge", "parts", "--of", "2"]);
    merge.complains(3, &["two shards hold different grades"]);
}
