//! `grade show DIR STUDENT`: one submission of a run, for a terminal.

use std::path::Path;

use crate::course::Course;
use crate::exit::{Exit, Misuse};
use crate::grade::record::Grade;
use crate::grade::rows;
use crate::report::grade::show;
use crate::report::grade::text;
use crate::report::page::Page;
use crate::terminal::Terminal;

/// Schedules are drawn for so many columns, whatever the terminal has.
const WIDTH: usize = 80;
/// How many ids an error names.
const NAMED: usize = 5;

/// Prints the submission of that student.
///
/// # Errors
/// When the folder has no grades, nobody or more than one is called so, or standard output cannot be written.
pub(crate) fn run(
    dir: &Path,
    student: &str,
    course: &Course,
    terminal: &Terminal,
) -> anyhow::Result<Exit> {
    if !dir.join(rows::FILE).exists() {
        let dir = dir.display();
        return Err(Misuse(format!(
            "{dir} holds no {}\ngrade a class into it: cargo xtask grade SUBMISSIONS --out {dir}",
            rows::FILE
        ))
        .into());
    }
    let grade = find(rows::read(dir)?, student)?;
    let page = Page::new(terminal.width.clamp(WIDTH, 100), terminal.unicode);
    terminal.print(&show::submission(page, &grade, course))?;
    Ok(Exit::Solved)
}

/// The one with that id; else the only one with that name, address, number or login.
fn find(
    grades: impl Iterator<Item = anyhow::Result<Grade>>,
    student: &str,
) -> anyhow::Result<Grade> {
    let mut called: Option<Grade> = None;
    let mut same = Vec::new();
    let mut near = Vec::new();
    for grade in grades {
        let grade = grade?;
        if grade.id == student {
            return Ok(grade);
        }
        let id = text::line(&grade.id);
        if is_called(&grade, student) {
            same.push(id);
            called = Some(grade);
        } else {
            near.push((strsim::jaro(&grade.id, student), id));
            near.sort_by(|a, b| b.0.total_cmp(&a.0));
            near.truncate(NAMED);
        }
    }
    match called {
        Some(grade) if same.len() == 1 => Ok(grade),
        Some(_) => Err(Misuse(format!(
            "{} submissions are of `{student}`; name one by its id: {}",
            same.len(),
            listed(&same)
        ))
        .into()),
        None => Err(Misuse(unknown(student, near)).into()),
    }
}

fn unknown(student: &str, near: Vec<(f64, String)>) -> String {
    let near: Vec<String> = near.into_iter().map(|(_, id)| id).collect();
    if near.is_empty() {
        return format!("no submission is of `{student}`: nothing was graded");
    }
    format!(
        "no submission is of `{student}`; the nearest ids are {}",
        listed(&near)
    )
}

fn listed(ids: &[String]) -> String {
    let shown: Vec<String> = ids.iter().take(NAMED).map(|id| format!("`{id}`")).collect();
    shown.join(", ")
}

fn is_called(grade: &Grade, wanted: &str) -> bool {
    let Some(student) = &grade.student else {
        return false;
    };
    [
        &student.name,
        &student.email,
        &student.number,
        &student.login,
    ]
    .into_iter()
    .flatten()
    .any(|known| known.to_lowercase() == wanted.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::grade::samples;

    fn found(student: &str) -> Result<String, String> {
        let grades = samples::all().into_iter().chain([samples::ada()]).map(Ok);
        let found = find(grades.skip(1), student);
        found
            .map(|grade| grade.id)
            .map_err(|error| error.to_string())
    }

    #[test]
    fn the_id_comes_first() {
        assert_eq!(found("late").unwrap(), "late");
    }

    #[test]
    fn a_name_that_two_share_asks_for_the_id() {
        assert_eq!(
            found("ada lovelace").unwrap_err(),
            "2 submissions are of `ada lovelace`; name one by its id: `ada`, `ada`"
        );
    }

    #[test]
    fn nobody_is_told_with_the_nearest_ids() {
        let said = found("lade").unwrap_err();
        assert!(said.contains("nearest ids are `late`"), "{said}");
    }

    #[test]
    fn a_name_leads_to_its_only_submission() {
        let grades = samples::all().into_iter().map(Ok);
        assert_eq!(find(grades, "ADA@example.org").unwrap().id, "ada");
    }
}
