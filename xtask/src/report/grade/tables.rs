//! Tables that Canvas and Moodle take, and that a spreadsheet opens without running anything.

use crate::report::grade::class::{Class, Row};
use crate::report::grade::text;

/// All columns of both, for Moodle, spreadsheets and scripts: a row a submission.
///
/// # Errors
/// Never for text in memory; the writer's signature has one.
pub(crate) fn all(class: &Class, assignment: &str) -> anyhow::Result<String> {
    let mut table = Table::new();
    let canvas = canvas_columns(assignment);
    let others = [
        "Submission",
        "Email address",
        "ID number",
        "Grade",
        "Maximum",
        "Late",
    ];
    table.row(
        canvas
            .iter()
            .copied()
            .chain(others)
            .chain(["Feedback comments"]),
    )?;
    for row in &class.rows {
        let number = row.student.number.as_deref().unwrap_or_default();
        let email = row.student.email.as_deref().unwrap_or_default();
        let [points, most, late] = [row.points, row.max_points, row.penalty].map(text::number);
        let others = [&row.id, email, number, &points, &most, &late, &row.comment];
        table.row(canvas_cells(row, &points).into_iter().chain(others))?;
    }
    table.finish()
}

/// What Canvas imports as it is: its own columns, and the row with the points that are possible.
///
/// # Errors
/// Never for text in memory; the writer's signature has one.
pub(crate) fn canvas(class: &Class, assignment: &str) -> anyhow::Result<String> {
    let mut table = Table::new();
    table.row(canvas_columns(assignment))?;
    let most = text::number(class.most());
    table.row(["    Points Possible", "", "", "", "", &most])?;
    for row in &class.rows {
        table.row(canvas_cells(row, &text::number(row.points)))?;
    }
    table.finish()
}

fn canvas_columns(assignment: &str) -> [&str; 6] {
    [
        "Student",
        "ID",
        "SIS User ID",
        "SIS Login ID",
        "Section",
        assignment,
    ]
}

fn canvas_cells<'a>(row: &'a Row, points: &'a str) -> [&'a str; 6] {
    let student = &row.student;
    let cell = |value: &'a Option<String>| value.as_deref().unwrap_or_default();
    let name = student.name.as_deref().unwrap_or(&row.id);
    [
        name,
        cell(&student.number),
        "",
        cell(&student.login),
        cell(&student.section),
        points,
    ]
}

/// Quotes every cell: a spreadsheet that splits at semicolons then still sees the cells that we wrote.
struct Table(csv::Writer<Vec<u8>>);

impl Table {
    fn new() -> Self {
        let mut builder = csv::WriterBuilder::new();
        Self(
            builder
                .quote_style(csv::QuoteStyle::Always)
                .from_writer(Vec::new()),
        )
    }

    fn row<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) -> csv::Result<()> {
        self.0.write_record(cells.into_iter().map(harmless))
    }

    fn finish(self) -> anyhow::Result<String> {
        Ok(String::from_utf8(self.0.into_inner()?)?)
    }
}

/// A cell that no spreadsheet takes for a formula: what could begin one gets an apostrophe before it.
fn harmless(cell: &str) -> String {
    let shown = text::block(cell).replace(['\n', '\t'], " ");
    let begins = |c| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    if cell.starts_with(['\t', '\r']) || shown.trim_start().starts_with(begins) {
        return format!("'{shown}");
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::grade::samples;

    #[test]
    fn the_table_of_all_columns() {
        insta::assert_snapshot!(all(&samples::class(), "locks").unwrap());
    }

    #[test]
    fn the_table_that_canvas_imports() {
        insta::assert_snapshot!(canvas(&samples::class(), "locks").unwrap());
    }

    #[test]
    fn no_cell_is_a_formula() {
        for cell in [
            "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", "\n=1",
        ] {
            assert!(harmless(cell).starts_with('\''), "{cell:?}");
        }
        assert_eq!(harmless("a=1"), "a=1");
    }
}
