//! From data to text: the table, then how it ended, then what went wrong.

use std::fmt;

use super::width::{hang, printable};
use super::{End, Schedule, Style, Waits, columns, explain, lines};

impl fmt::Display for Schedule {
    /// Renders for the terminal that the environment describes: see [`Style::from_env`].
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(Style::from_env()))
    }
}

impl Schedule {
    /// Renders for a terminal of the given style. Every line fits its width, and the last one ends with a newline.
    pub fn render(&self, style: Style) -> String {
        let sections = [
            self.table(style),
            self.object_list(style),
            self.ending(style),
            self.verdict(style),
        ];
        sections
            .into_iter()
            .filter(|s| !s.is_empty())
            .collect::<Vec<_>>()
            .join("\n")
    }

    fn table(&self, style: Style) -> String {
        let rows = self.rows(style);
        let mut out = String::new();
        if rows.left_out > 0 {
            let n = rows.left_out;
            out += &hang(
                "",
                &format!("(left out: the first {n} step{})", plural(n)),
                style.width,
            );
        }
        let (table, listed) = match columns::table(self, &rows.rows, style) {
            Some(table) => table,
            None => (lines::list(self, &rows.rows, style), true),
        };
        out += &table;
        if let Some((length, times)) = rows.cycle {
            let what = match length {
                1 => "the last line".to_owned(),
                n => format!("the last {n} lines"),
            };
            let text = format!("({what} again and again: {times} times until the step limit)");
            out += &hang("", &text, style.width);
        }
        let legend = columns::legend(&rows.rows, style);
        if listed && !legend.is_empty() {
            out += "\n";
            out += &legend;
        }
        out
    }

    /// What the names stand for, of the objects that occur.
    fn object_list(&self, style: Style) -> String {
        let used: Vec<usize> = self.steps.iter().flat_map(|s| s.action.objects()).collect();
        let named = |i: &usize| used.contains(i) && self.objects[*i].name.is_some();
        let named: Vec<usize> = (0..self.objects.len()).filter(named).collect();
        // Objects that one line creates share a line here.
        let alike = |a: &usize, b: &usize| {
            let (a, b) = (&self.objects[*a], &self.objects[*b]);
            a.kind == b.kind && a.place == b.place
        };
        let mut out = String::new();
        for group in named.chunk_by(alike) {
            let names: Vec<&str> = group.iter().map(|&i| self.object(i)).collect();
            let object = &self.objects[group[0]];
            let text = format!(
                "{}: {} ({})",
                names.join(", "),
                object.kind,
                object.place.short()
            );
            out += &hang("", &printable(&text), style.width);
        }
        out
    }

    fn ending(&self, style: Style) -> String {
        // Who only waits for another thread to end is stuck because that one is.
        let mut ends: Vec<&End> = self.end.iter().collect();
        ends.sort_by_key(|e| e.holds.is_empty() && matches!(e.waits, Some(Waits::Thread { .. })));
        let mut out = String::new();
        for sentence in ends
            .into_iter()
            .map(|e| self.end_sentence(e))
            .chain(self.notes.iter().cloned())
        {
            out += &hang(
                "",
                &format!("{}.", printable(&sentence).trim_end_matches('.')),
                style.width,
            );
        }
        out
    }

    fn verdict(&self, style: Style) -> String {
        let mut out = hang("outcome: ", &printable(&self.outcome), style.width);
        for sentence in explain::diagnose(self) {
            out += &hang("", &printable(&sentence), style.width);
        }
        let n = self.preemptions as usize;
        let mut count = format!("{n} preemption{}", plural(n));
        if self.executions > 0 {
            count += &format!(
                "; found after {} execution{}",
                self.executions,
                plural(self.executions)
            );
        }
        out + &hang("", &format!("{count}."), style.width)
    }
}

pub(super) fn plural(n: usize) -> &'static str {
    if n == 1 { "" } else { "s" }
}
