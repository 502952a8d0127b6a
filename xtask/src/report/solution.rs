//! The solution on the screen, or how to get to it.

use crate::course::Id;
use crate::report::page::Page;
use crate::report::style::{ACTION, STRONG, paint};

/// The file's path and its text.
pub(crate) fn solution(mut page: Page, path: &str, text: &str) -> String {
    page.paragraph(&paint(ACTION, path)).blank();
    page.verbatim(text);
    page.finish()
}

/// The exercise is not solved yet.
pub(crate) fn locked(mut page: Page, id: &Id) -> String {
    let name = paint(STRONG, id);
    let hint = paint(ACTION, format_args!("cargo xtask hint {id}"));
    let next = paint(ACTION, format_args!("cargo xtask next {id}"));
    page.paragraph(&format!(
        "{name} is not solved yet. Its solution opens when it is."
    ));
    page.blank();
    page.row("get a hint", 10, &hint);
    page.row("decide", 10, &next);
    page.finish()
}

/// Nothing is solved yet.
pub(crate) fn none_yet(mut page: Page) -> String {
    let next = paint(ACTION, "cargo xtask next");
    page.paragraph("Nothing is solved yet. A solution opens when its exercise is solved.");
    page.blank().row("begin", 10, &next);
    page.finish()
}
