//! One line a step, for terminals that are too narrow for columns.

use super::rows::Row;
use super::width::{hang, pad, width};
use super::{Schedule, Style};

/// A longer name would leave no room for the step.
const LONGEST_NAME: usize = 12;

pub(super) fn list(schedule: &Schedule, rows: &[Row], style: Style) -> String {
    let name = |row: &Row| schedule.thread(row.thread);
    let names = rows
        .iter()
        .map(|r| width(&name(r)))
        .max()
        .unwrap_or(0)
        .min(LONGEST_NAME);
    let number = rows.iter().map(|r| r.number.len()).max().unwrap_or(1);
    let text = rows.iter().map(|r| width(&r.text)).max().unwrap_or(0);
    let mut out = String::new();
    for row in rows {
        if let Some(preempted) = row.preempts {
            let text = format!("{} is preempted", schedule.thread(preempted));
            out += &hang(&" ".repeat(number + 2), &text, style.width);
        }
        let place = row.place.map_or(String::new(), |p| p.short());
        let line = row.place.map_or(String::new(), |p| format!(":{}", p.line));
        let head = format!("{:>number$}  ", row.number);
        let start = format!("{}  ", pad(&name(row), names));
        let aligned = format!("{start}{}  {place}", pad(&row.text, text));
        let tight = [
            format!("{start}{}  {place}", row.text),
            // The file's name stands above the list of lines, too.
            format!("{start}{}  {line}", row.text),
        ];
        let fits = |line: &&String| width(line) + number + 2 <= style.width;
        let line = [&aligned].into_iter().chain(&tight).find(fits);
        out += &match line {
            Some(line) => format!("{}\n", format!("{head}{line}").trim_end()),
            None => hang(
                &head,
                &format!("{}: {} {place}", name(row), row.text),
                style.width,
            ),
        };
    }
    out
}
