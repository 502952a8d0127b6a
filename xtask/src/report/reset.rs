//! What `reset` did.

use crate::course::Id;
use crate::report::page::Page;
use crate::report::style::{ACTION, GOOD, STRONG, paint};

/// A file that was put back, by its path from the root of the course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Restored {
    /// The file.
    pub(crate) path: String,
    /// The copy of what it was; none when it was missing.
    pub(crate) copy: Option<String>,
}

/// Every restored file and where its copy lies.
pub(crate) fn reset(mut page: Page, id: &Id, restored: &[Restored]) -> String {
    if restored.is_empty() {
        page.paragraph(&format!("{} is as it was at the start.", paint(STRONG, id)));
        return page.finish();
    }
    page.paragraph(&format!("{} is back at its start.", paint(GOOD, id)));
    page.blank();
    for file in restored {
        page.indented(&paint(ACTION, &file.path));
        match &file.copy {
            Some(copy) => page.hanging("    ", "    ", &format!("yours is kept as {copy}")),
            None => page.hanging("    ", "    ", "it was missing"),
        };
    }
    let command = paint(ACTION, format_args!("cargo xtask next {id}"));
    page.blank().paragraph(&format!("Go on: {command}"));
    page.finish()
}
