//! A screenful of text that grows from top to bottom and keeps to a width.

use textwrap::{Options, WordSeparator, WordSplitter};

/// Text in the making.
#[derive(Debug)]
pub(crate) struct Page {
    width: usize,
    unicode: bool,
    text: String,
}

impl Page {
    /// An empty page of so many columns.
    pub(crate) fn new(width: usize, unicode: bool) -> Self {
        Self {
            width: width.max(1),
            unicode,
            text: String::new(),
        }
    }

    /// Columns.
    pub(crate) fn width(&self) -> usize {
        self.width
    }

    /// The better sign of the two that the terminal can show.
    pub(crate) fn sign<'a>(&self, unicode: &'a str, ascii: &'a str) -> &'a str {
        if self.unicode { unicode } else { ascii }
    }

    /// Whether signs beyond ASCII may be used.
    pub(crate) fn unicode(&self) -> bool {
        self.unicode
    }

    /// An empty line; never two in a row.
    pub(crate) fn blank(&mut self) -> &mut Self {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
        self
    }

    /// Lines as they are: schedules, source, rustc's messages.
    pub(crate) fn verbatim(&mut self, text: &str) -> &mut Self {
        self.text.push_str(text.trim_end());
        self.text.push('\n');
        self
    }

    /// Flowing text, each of its lines wrapped by itself.
    pub(crate) fn paragraph(&mut self, text: &str) -> &mut Self {
        self.hanging("", "", text)
    }

    /// Flowing text two columns in.
    pub(crate) fn indented(&mut self, text: &str) -> &mut Self {
        self.hanging("  ", "  ", text)
    }

    /// Flowing text whose first line begins with `first` and the others with `rest`. A line's own leading blanks are
    /// kept, words are never split: a path stays clickable.
    pub(crate) fn hanging(&mut self, first: &str, rest: &str, text: &str) -> &mut Self {
        for (number, line) in text.trim_end().lines().enumerate() {
            let start = if number == 0 { first } else { rest };
            let own: String = line.chars().take_while(|c| *c == ' ').collect();
            let (start, rest) = (format!("{start}{own}"), format!("{rest}{own}"));
            let options = Options::new(self.width)
                .initial_indent(&start)
                .subsequent_indent(&rest)
                .break_words(false)
                .word_separator(WordSeparator::AsciiSpace)
                .word_splitter(WordSplitter::NoHyphenation);
            for wrapped in textwrap::wrap(line.trim_start(), options) {
                self.text.push_str(wrapped.trim_end());
                self.text.push('\n');
            }
        }
        self
    }

    /// Two columns: a short word, and what belongs to it. On a narrow terminal the second stands below the first.
    pub(crate) fn row(&mut self, label: &str, label_width: usize, text: &str) -> &mut Self {
        let shown = textwrap::core::display_width(label);
        let room = self.width.saturating_sub(label_width + 4);
        if room < 16 {
            return self.hanging("", "", label).hanging("  ", "  ", text);
        }
        let gap = " ".repeat(label_width.saturating_sub(shown) + 2);
        let first = format!("  {label}{gap}");
        self.hanging(&first, &" ".repeat(label_width + 4), text)
    }

    /// The finished text.
    pub(crate) fn finish(self) -> String {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(width: usize) -> Page {
        Page::new(width, true)
    }

    #[test]
    fn text_keeps_to_the_width_and_hangs_below_its_first_line() {
        let mut page = page(20);
        page.hanging("- ", "  ", "two threads wait for each other");
        assert_eq!(page.finish(), "- two threads wait\n  for each other\n");
    }

    #[test]
    fn a_path_that_is_wider_than_the_terminal_stays_in_one_piece() {
        let mut page = page(10);
        page.paragraph("edit exercises/locks/src/counter.rs:12 now");
        assert_eq!(
            page.finish(),
            "edit\nexercises/locks/src/counter.rs:12\nnow\n"
        );
    }

    #[test]
    fn colours_have_no_width() {
        let mut page = page(11);
        page.paragraph("\u{1b}[31mone\u{1b}[0m two six");
        assert_eq!(page.finish(), "\u{1b}[31mone\u{1b}[0m two six\n");
    }

    #[test]
    fn a_row_puts_its_text_below_when_the_terminal_is_narrow() {
        let mut wide = page(60);
        wide.row("hint", 6, "cargo xtask hint");
        assert_eq!(wide.finish(), "  hint    cargo xtask hint\n");
        let mut narrow = page(20);
        narrow.row("hint", 6, "cargo xtask hint");
        assert_eq!(narrow.finish(), "hint\n  cargo xtask hint\n");
    }

    #[test]
    fn empty_lines_never_come_in_pairs() {
        let mut page = page(20);
        page.blank().paragraph("a").blank().blank().paragraph("b");
        assert_eq!(page.finish(), "a\n\nb\n");
    }
}
