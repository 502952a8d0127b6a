//! The table itself: a row for the grader, one for what is beyond the floor, one for the loop.

use super::{Class, Graded, percent};
use crate::report::page::Page;
use crate::report::style::{FAINT, paint};

/// The headings, and what the columns of the grader hold.
const COLUMNS: [&str; 6] = ["wall", "CPU", "rustc", "tests", "sandbox", "rest"];

const LABEL: usize = 14;
const COLUMN: usize = 10;

/// Writes it.
pub(super) fn write(page: &mut Page, class: &Class) {
    let Graded {
        spent,
        rustc,
        tests,
        sandbox,
        rest,
        ..
    } = class.graded;
    let each = |total: f64| seconds(total / class.submissions as f64);
    let cells = [spent.wall, spent.cpu, rustc, tests, sandbox, rest].map(each);
    page.blank();
    heading(page);
    row(page, "grader", &cells);
    let beyond = [spent.cpu - rustc, tests, sandbox, rest];
    let [cpu, tests, sandbox, rest] = beyond.map(|part| percent(part, rustc));
    let none = String::new();
    let cells = [none.clone(), cpu, none, tests, sandbox, rest];
    row(page, "beyond rustc", &cells);
    if let Some(looped) = &class.looped {
        let each = |total: f64| seconds(total / looped.submissions as f64);
        let cells = [looped.spent.wall, looped.spent.cpu].map(each);
        row(page, "cargo test", &cells);
        let [wall, cpu] = class.factors(looped);
        let times = |factor: f64| format!("{factor:.1} {}", page.sign("×", "x"));
        let cells = [times(wall), times(cpu)];
        row(page, "so much faster", &cells);
    }
}

fn fits(page: &Page) -> bool {
    page.width() >= LABEL + COLUMNS.len() * COLUMN
}

fn heading(page: &mut Page) {
    if fits(page) {
        let headings = COLUMNS
            .map(|heading| format!("{heading:>COLUMN$}"))
            .concat();
        page.verbatim(&paint(FAINT, format!("{:LABEL$}{headings}", "")));
    }
}

/// On a narrow terminal each cell has its heading beside it.
fn row(page: &mut Page, label: &str, cells: &[String]) {
    if fits(page) {
        let cells = cells.iter().map(|cell| format!("{cell:>COLUMN$}"));
        let cells: String = cells.collect();
        page.verbatim(&format!("{label:LABEL$}{cells}"));
        return;
    }
    let named = cells
        .iter()
        .zip(COLUMNS)
        .filter(|(cell, _)| !cell.is_empty());
    let named: Vec<String> = named
        .map(|(cell, heading)| format!("{heading} {cell}"))
        .collect();
    page.hanging("", "  ", &format!("{label}: {}", named.join(", ")));
}

/// In three or four digits: `0.052 s`, `1.64 s`, `98.1 s`.
fn seconds(seconds: f64) -> String {
    match seconds {
        ..1.0 => format!("{seconds:.3} s"),
        ..10.0 => format!("{seconds:.2} s"),
        _ => format!("{seconds:.1} s"),
    }
}
