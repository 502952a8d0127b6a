//! The few colours, by what they mean. All of them are the terminal's own sixteen, so that its theme decides.

use anstyle::{AnsiColor, Style};

/// Solved.
pub(crate) const GOOD: Style = AnsiColor::Green.on_default().bold();
/// Not solved, or an error.
pub(crate) const BAD: Style = AnsiColor::Red.on_default().bold();
/// Wants attention, and stops nothing.
pub(crate) const WARNING: Style = AnsiColor::Yellow.on_default().bold();
/// What one can type or click.
pub(crate) const ACTION: Style = AnsiColor::Cyan.on_default();
/// A heading.
pub(crate) const STRONG: Style = Style::new().bold();
/// What one may skip.
pub(crate) const FAINT: Style = Style::new().dimmed();

/// `text` in that style.
pub(crate) fn paint(style: Style, text: impl std::fmt::Display) -> String {
    format!("{style}{text}{style:#}")
}
