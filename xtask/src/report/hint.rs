//! A hint on the screen.

use crate::course::Exercise;
use crate::report::page::Page;
use crate::report::style::{ACTION, FAINT, STRONG, paint};

/// The hints of these numbers (from 1), and how to get the next one.
pub(crate) fn hints(mut page: Page, exercise: &Exercise, shown: &[u8], more: bool) -> String {
    let id = &exercise.id;
    for number in shown {
        let Some(text) = usize::from(*number)
            .checked_sub(1)
            .and_then(|index| exercise.hints.get(index))
        else {
            continue;
        };
        let title = paint(STRONG, format_args!("Hint {number} of 3"));
        page.blank()
            .paragraph(&format!("{title}  {}", paint(FAINT, id)));
        page.indented(text);
    }
    let command = paint(ACTION, format_args!("cargo xtask hint {id}"));
    page.blank();
    if more {
        page.paragraph(&format!("The next one: {command}"));
    } else {
        page.paragraph(&format!("These are all. Once more: {command}"));
    }
    page.finish()
}
