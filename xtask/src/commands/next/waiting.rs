//! Says what goes on while one waits: one line that changes on a terminal, plain lines in a pipe.

use std::cell::Cell;
use std::mem::{Discriminant, discriminant};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::course::Id;
use crate::decide::Stage;
use crate::report::stage::words;
use crate::terminal::Terminal;

/// The line; gone when this value is dropped.
#[derive(Debug)]
pub(super) struct Waiting<'a> {
    id: &'a Id,
    terminal: &'a Terminal,
    spinner: ProgressBar,
    last: Cell<Option<Discriminant<Stage>>>,
}

impl<'a> Waiting<'a> {
    /// Shows nothing before the first stage, so that a known verdict appears at once.
    pub(super) fn new(id: &'a Id, terminal: &'a Terminal) -> Self {
        let spinner = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
        let signs = if terminal.unicode {
            "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏ "
        } else {
            "|/-\\ "
        };
        if let Ok(style) = ProgressStyle::with_template("{spinner} {wide_msg}") {
            spinner.set_style(style.tick_chars(signs));
        }
        Self {
            id,
            terminal,
            spinner,
            last: Cell::new(None),
        }
    }

    /// The next stage begins.
    pub(super) fn stage(&self, stage: &Stage) {
        let text = format!("{}: {}", self.id, words(stage));
        let is_new = self.last.replace(Some(discriminant(stage))) != Some(discriminant(stage));
        if self.spinner.is_hidden() {
            if is_new {
                self.terminal.note(&format!("{text}\n"));
            }
            return;
        }
        self.spinner.set_message(text);
        if is_new {
            self.spinner.enable_steady_tick(Duration::from_millis(100));
        }
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.spinner.finish_and_clear();
    }
}
