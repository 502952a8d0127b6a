//! The lesson's text: from Python to Rust, a picture, and a way to every exercise.

use super::{Broken, Rule, read};
use crate::course::{Course, Exercise, Lesson};

pub(super) const RULE: Rule = Rule {
    name: "every lesson's README has the table from Python to Rust, a picture, and a row for each exercise",
    check,
};

/// A picture must not be broken by any terminal or page.
const WIDEST: usize = 80;

const PYTHON: &str = "| Python | Rust |";
const PICTURE: &str = "```text";

fn check(course: &Course) -> Vec<Broken> {
    course
        .begun()
        .flat_map(|lesson| of_lesson(course, lesson))
        .collect()
}

fn of_lesson(course: &Course, lesson: &Lesson) -> Vec<Broken> {
    let path = lesson.dir.join("README.md");
    if !path.is_file() {
        return vec![Broken::at(course, &path, "it is missing; write the lesson")];
    }
    let text = read(&path);
    let mut broken = Vec::new();
    if !text.contains(PYTHON) {
        broken.push(format!(
            "it has no table that begins with `{PYTHON}`; write one"
        ));
    }
    broken.extend(of_pictures(&text));
    let missing: Vec<String> = lesson
        .exercises
        .iter()
        .filter(|exercise| row(exercise, &text).is_none())
        .map(|exercise| format!("`{}`", beginning(exercise)))
        .collect();
    if !missing.is_empty() {
        broken.push(format!(
            "no row of the table of exercises begins with {}",
            missing.join(", ")
        ));
    }
    broken.extend(
        lesson
            .exercises
            .iter()
            .filter_map(|exercise| of_minutes(exercise, &text)),
    );
    broken
        .into_iter()
        .map(|what| Broken::at(course, &path, what))
        .collect()
}

fn of_pictures(text: &str) -> Option<String> {
    let mut pictures = text.split(PICTURE).skip(1).peekable();
    if pictures.peek().is_none() {
        return Some(format!(
            "it has no picture; draw one after a line {PICTURE}"
        ));
    }
    let lines = pictures.flat_map(|picture| picture.split("```").take(1).flat_map(str::lines));
    lines
        .filter(|line| !line.is_ascii() || line.len() > WIDEST)
        .map(|line| format!("a picture is ASCII in {WIDEST} columns; mend `{line}`"))
        .next()
}

/// How its row in the table of exercises begins.
fn beginning(exercise: &Exercise) -> String {
    let name = &exercise.id.name;
    format!("| [{name}](src/{name}.rs) |")
}

fn row<'a>(exercise: &Exercise, text: &'a str) -> Option<&'a str> {
    let beginning = beginning(exercise);
    text.lines().find(|line| line.starts_with(&beginning))
}

fn of_minutes(exercise: &Exercise, text: &str) -> Option<String> {
    let (name, minutes) = (&exercise.id.name, exercise.minutes);
    let row = row(exercise, text)?;
    let agrees = row.trim_end().ends_with(&format!("| {minutes} |"));
    (!agrees).then(|| {
        format!("lesson.toml gives {name} {minutes} minutes; write so at the end of its row")
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{README, holds_unless};

    const PATH: &str = "exercises/locks/README.md";

    #[test]
    fn an_exercise_that_the_readme_forgets_is_told_and_one_with_other_minutes_too() {
        let without = README.replace("[counter]", "[other]");
        holds_unless(super::RULE, &[(PATH, &without)], "begins with `| [counter]");
        let longer = README.replace("| 10 |", "| 20 |");
        holds_unless(super::RULE, &[(PATH, &longer)], "counter 10 minutes");
    }

    #[test]
    fn a_missing_table_and_a_missing_picture_are_told() {
        let rust = README.replace("| Python | Rust |", "| Rust | Python |");
        holds_unless(super::RULE, &[(PATH, &rust)], "| Python | Rust |");
        let plain = README.replace("```text", "```rust");
        holds_unless(super::RULE, &[(PATH, &plain)], "no picture");
    }

    #[test]
    fn a_picture_that_a_terminal_would_break_is_told() {
        for line in ["→".to_owned(), "-".repeat(81)] {
            let broken = README.replace("+--+", &line);
            holds_unless(super::RULE, &[(PATH, &broken)], "ASCII in 80 columns");
        }
    }
}
