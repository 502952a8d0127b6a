//! One column a thread, the source beside them or below.

use std::fmt::Write;

use super::layout::{Layout, Source, line};
use super::rows::Row;
use super::width::{clip, clip_around, hang, pad, width, wrap};
use super::{Place, Schedule, Style};

/// The table, and whether the source lines have still to be listed. `None`: it does not fit in columns.
pub(super) fn table(schedule: &Schedule, rows: &[Row], style: Style) -> Option<(String, bool)> {
    let layout = Layout::fit(schedule, rows, style)?;
    let below = matches!(layout.source, Source::Below(_));
    let mut table = Table {
        schedule,
        style,
        layout,
        out: String::new(),
    };
    table.head(rows);
    for row in rows {
        if let Some(preempted) = row.preempts {
            table.preemption(preempted);
        }
        table.row(row);
    }
    Some((table.out, below))
}

/// The source lines of all rows, each once, by file.
pub(super) fn legend(rows: &[Row], style: Style) -> String {
    let with_text = |p: &&Place| !p.text.is_empty();
    let mut places: Vec<&Place> = rows
        .iter()
        .filter_map(|r| r.place)
        .filter(with_text)
        .collect();
    places.sort_by_key(|p| (&p.file, p.line));
    places.dedup_by_key(|p| (&p.file, p.line));
    let mut out = String::new();
    let mut file = "";
    for place in places {
        if file != place.file {
            file = &place.file;
            out += &hang("", &format!("{file}:"), style.width);
        }
        out += &hang(&format!("{:>3}  ", place.line), place.code(), style.width);
    }
    out
}

struct Table<'a> {
    schedule: &'a Schedule,
    style: Style,
    layout: Layout,
    out: String,
}

impl Table<'_> {
    fn head(&mut self, rows: &[Row]) {
        let threads = self.layout.threads.clone();
        let cells: Vec<String> = threads.iter().map(|&t| self.schedule.thread(t)).collect();
        let first = rows.iter().find_map(|r| r.place);
        let source = match (self.layout.source, first) {
            // The whole path if there is room: terminals make it a link.
            (Source::Beside(columns), Some(place)) if self.layout.one_file => {
                let fits = |name: &&str| width(name) <= columns;
                [place.file.as_str(), place.file_name()]
                    .into_iter()
                    .find(fits)
                    .unwrap_or("")
            }
            (Source::Beside(_), _) => "source",
            (Source::Below(_), _) => "",
        };
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        self.line("", &cells, source);
    }

    fn row(&mut self, row: &Row) {
        let source = match (row.place, self.layout.source) {
            (Some(place), Source::Beside(columns)) => self.source(place, columns),
            (Some(place), Source::Below(_)) => line(place, self.layout.one_file),
            (None, Source::Beside(_)) if row.drops => "    (dropped)".to_owned(),
            (None, _) => String::new(),
        };
        match self.column(row.thread) {
            // A printed line or a panic's message goes over all columns rather than into many lines of one.
            Some(column) if !row.across || width(&row.text) <= self.layout.widths[column] => {
                let lines = wrap(&row.text, self.layout.widths[column]);
                self.cell(&row.number, column, &lines, &source);
            }
            _ => self.across(row, &source),
        }
    }

    /// A line's number and as much of the line as fits.
    fn source(&self, place: &Place, columns: usize) -> String {
        let line = line(place, self.layout.one_file);
        let left = columns.saturating_sub(width(&line) + 1);
        let code = clip_around(
            place.code(),
            place.expression(),
            left,
            self.style.ellipsis(),
        );
        format!("{line} {code}")
    }

    fn across(&mut self, row: &Row, source: &str) {
        let (widths, gap) = (&self.layout.widths, width(&self.layout.gap));
        let room = widths.iter().sum::<usize>() + gap * widths.len().saturating_sub(1);
        let text = format!("{}: {}", self.schedule.thread(row.thread), row.text);
        for (i, part) in wrap(&text, room).iter().enumerate() {
            let (number, source) = if i == 0 {
                (row.number.as_str(), source)
            } else {
                ("", "")
            };
            let part = pad(part, room);
            self.put(number, &part, source);
        }
    }

    /// A preemption is the cause of what follows: it has a line of its own, in the column of the thread that is stopped.
    fn preemption(&mut self, thread: usize) {
        match self.column(thread) {
            Some(column) => {
                let mark = self.mark(self.layout.widths[column]);
                self.cell("", column, &[mark], "");
            }
            None => {
                let text = format!("{}: preempted", self.schedule.thread(thread));
                self.put("", &text, "");
            }
        }
    }

    fn mark(&self, columns: usize) -> String {
        let dashes = self.style.dash().repeat(columns.saturating_sub(11) / 2);
        format!("{dashes} preempted {dashes}").trim().to_owned()
    }

    fn column(&self, thread: usize) -> Option<usize> {
        self.layout.threads.iter().position(|&t| t == thread)
    }

    /// Some text in one column, in as many lines as it takes.
    fn cell(&mut self, number: &str, column: usize, lines: &[String], source: &str) {
        for (i, text) in lines.iter().enumerate() {
            let mut cells = vec![""; self.layout.widths.len()];
            cells[column] = text;
            let (number, source) = if i == 0 { (number, source) } else { ("", "") };
            self.line(number, &cells, source);
        }
    }

    fn line(&mut self, number: &str, cells: &[&str], source: &str) {
        let ellipsis = self.style.ellipsis();
        let fit = |(text, &columns): (&&str, &usize)| pad(&clip(text, columns, ellipsis), columns);
        let cells: Vec<String> = cells.iter().zip(&self.layout.widths).map(fit).collect();
        let cells = cells.join(&self.layout.gap);
        self.put(number, &cells, source);
    }

    fn put(&mut self, number: &str, cells: &str, source: &str) {
        let (Source::Beside(columns) | Source::Below(columns)) = self.layout.source;
        let source = clip(source, columns, self.style.ellipsis());
        let line = format!(
            "{number:>n$}  {cells}{}{source}",
            self.layout.gap,
            n = self.layout.number
        );
        let _ = writeln!(self.out, "{}", line.trim_end());
    }
}
