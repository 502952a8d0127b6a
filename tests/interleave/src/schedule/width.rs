//! Text by its width on the terminal: a CJK character takes two columns.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Columns that a text takes.
pub(super) fn width(text: &str) -> usize {
    text.width()
}

/// The text with spaces behind it, up to `columns`.
pub(super) fn pad(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(width(text))))
}

/// Control characters would move the cursor: each becomes a space.
pub(super) fn printable(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}

/// The beginning of a text, at most `columns` wide, and the rest. At least one character is taken, so loops end.
fn split(text: &str, columns: usize) -> (&str, &str) {
    let mut used = 0;
    for (at, c) in text.char_indices() {
        used += c.width().unwrap_or(0);
        if used > columns && at > 0 {
            return text.split_at(at);
        }
    }
    (text, "")
}

/// The text, cut at its end when it is wider than `columns`.
pub(super) fn clip(text: &str, columns: usize, ellipsis: &str) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let (start, _) = split(text, columns.saturating_sub(width(ellipsis)));
    format!("{}{ellipsis}", start.trim_end())
}

/// A line that is cut at its end; where that would hide what begins at the byte `at`, at its beginning too.
pub(super) fn clip_around(text: &str, at: usize, columns: usize, ellipsis: &str) -> String {
    let shown = columns.saturating_sub(width(ellipsis));
    if width(text) <= columns || width(&text[..at]) + columns / 2 <= shown {
        return clip(text, columns, ellipsis);
    }
    let end = format!("{ellipsis}{}", &text[at..]);
    clip(&end, columns, ellipsis)
}

/// The text in lines of at most `columns`, broken between words; a word that is wider is broken anywhere.
pub(super) fn wrap(text: &str, columns: usize) -> Vec<String> {
    if width(text) <= columns {
        return vec![text.to_owned()];
    }
    let mut lines: Vec<String> = Vec::new();
    for mut word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(line) + 1 + width(word) <= columns => {
                line.push(' ');
                line.push_str(word);
                continue;
            }
            _ => {}
        }
        while width(word) > columns {
            let (start, rest) = split(word, columns);
            lines.push(start.to_owned());
            word = rest;
        }
        if !word.is_empty() {
            lines.push(word.to_owned());
        }
    }
    lines
}

/// As [`wrap`], with `first` before the first line and spaces before the others.
pub(super) fn hang(first: &str, text: &str, columns: usize) -> String {
    let indent = width(first);
    let lines = wrap(text, columns.saturating_sub(indent).max(8));
    let mut out = String::new();
    for (i, line) in lines.iter().enumerate() {
        let before = if i == 0 {
            first.to_owned()
        } else {
            " ".repeat(indent)
        };
        out.push_str(format!("{before}{line}").trim_end());
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wide_character_counts_as_two_columns() {
        assert_eq!(width("票"), 2);
        assert_eq!(pad("票", 4), "票  ");
        assert_eq!(clip("票票票", 5, "…"), "票票…");
    }

    #[test]
    fn a_clipped_line_shows_where_the_expression_begins() {
        let line = "if READY.load(Acquire) { data.load(Relaxed) } else { 42 }";
        assert_eq!(clip_around(line, 3, 24, "…"), "if READY.load(Acquire)…");
        assert_eq!(clip_around(line, 25, 24, "…"), "…data.load(Relaxed) } e…");
        assert_eq!(clip_around(line, 25, 80, "…"), line);
    }

    #[test]
    fn a_word_wider_than_the_column_is_broken() {
        assert_eq!(wrap("lock accounts", 4), ["lock", "acco", "unts"]);
        assert_eq!(wrap("票票", 1), ["票", "票"]);
    }
}
