//! All exercises: for people, and as JSON.

use serde::Serialize;

use crate::course::{Course, Exercise};
use crate::report::bar::bar;
use crate::report::page::Page;
use crate::report::style::{FAINT, GOOD, STRONG, paint};
use crate::report::words;
use crate::verdict::Verdict;

/// One exercise and what is known of its file as it is now.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'a> {
    /// The exercise.
    pub(crate) exercise: &'a Exercise,
    /// The verdict on the file as it is; none when it has changed since, or was never decided.
    pub(crate) verdict: Option<Verdict>,
}

impl Row<'_> {
    fn is_solved(&self) -> bool {
        self.verdict == Some(Verdict::Solved)
    }
}

/// One line an exercise, under the titles of the lessons. The first unsolved one is marked.
pub(crate) fn table(mut page: Page, course: &Course, rows: &[Row<'_>]) -> String {
    let solved = rows.iter().filter(|row| row.is_solved()).count();
    let line = bar(solved, rows.len(), page.width(), page.unicode());
    page.verbatim(&line);
    let current = rows.iter().find(|row| !row.is_solved());
    for lesson in &course.lessons {
        let title = format!("{}  {}", lesson.name, paint(FAINT, &lesson.title));
        page.blank().paragraph(&paint(STRONG, title));
        let names = lesson.exercises.iter().map(|e| e.id.name.len());
        // Columns are of use only where they fit.
        let widest = names.max().filter(|_| page.width() >= 40);
        let rows = rows
            .iter()
            .filter(|row| row.exercise.id.lesson == lesson.name);
        for row in rows {
            let is_current = current.is_some_and(|c| c.exercise.id == row.exercise.id);
            let (sign, rest) = line_of(&page, row, is_current, widest.unwrap_or_default());
            page.hanging(&sign, "    ", &rest);
        }
    }
    page.finish()
}

fn line_of(page: &Page, row: &Row<'_>, is_current: bool, widest: usize) -> (String, String) {
    let sign = match (row.is_solved(), is_current) {
        (true, _) => paint(GOOD, page.sign("✓", "x")),
        (_, true) => page.sign("›", ">").to_owned(),
        _ => paint(FAINT, page.sign("·", "-")),
    };
    let name = &row.exercise.id.name;
    let minutes = paint(FAINT, format_args!("{:>3} min", row.exercise.minutes));
    let verdict = row
        .verdict
        .filter(|verdict| *verdict != Verdict::Solved)
        .map_or_else(String::new, |verdict| format!("  {}", words::name(verdict)));
    (
        format!("  {sign} "),
        format!("{name:<widest$}  {minutes}{verdict}"),
    )
}

/// `{"exercises":[{"id","lesson","name","minutes","state","verdict"}]}`; the verdict is null where none is known.
///
/// # Errors
/// Never for this data; the serializer's signature has one.
pub(crate) fn json(rows: &[Row<'_>]) -> serde_json::Result<String> {
    #[derive(Serialize)]
    struct Document<'a> {
        exercises: Vec<Line<'a>>,
    }
    #[derive(Serialize)]
    struct Line<'a> {
        id: String,
        lesson: &'a str,
        name: &'a str,
        minutes: u32,
        state: &'static str,
        verdict: Option<Verdict>,
    }
    let exercises = rows
        .iter()
        .map(|row| Line {
            id: row.exercise.id.to_string(),
            lesson: &row.exercise.id.lesson,
            name: &row.exercise.id.name,
            minutes: row.exercise.minutes,
            state: if row.is_solved() { "solved" } else { "pending" },
            verdict: row.verdict,
        })
        .collect();
    serde_json::to_string(&Document { exercises }).map(|text| text + "\n")
}

#[cfg(test)]
mod tests;
