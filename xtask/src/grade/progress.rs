//! How far the grading has come: a bar with the time left on a terminal, a line a submission in a pipe.

use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::output::Failed;
use super::record::Grade;
use crate::decide::Stage;
use crate::report::stage::words;
use crate::terminal::Terminal;

/// Tells while it goes on.
#[derive(Debug)]
pub(crate) struct Progress<'a> {
    terminal: &'a Terminal,
    bar: ProgressBar,
    all: usize,
    done: AtomicUsize,
}

impl<'a> Progress<'a> {
    /// Of so many submissions.
    pub(crate) fn new(all: usize, terminal: &'a Terminal) -> Self {
        let bar = ProgressBar::with_draw_target(Some(all as u64), ProgressDrawTarget::stderr());
        let signs = if terminal.unicode { "━━─" } else { "##-" };
        if let Ok(style) =
            ProgressStyle::with_template("{bar:30} {pos} of {len}  {eta} left  {wide_msg}")
        {
            bar.set_style(style.progress_chars(signs));
        }
        Self {
            terminal,
            bar,
            all,
            done: AtomicUsize::new(0),
        }
    }

    /// What is built before the first one.
    pub(crate) fn stage(&self, stage: &Stage) {
        if self.bar.is_hidden() {
            if let Stage::Dependencies { last: None, .. } = stage {
                self.terminal.note(&format!("{}\n", words(stage)));
            }
        } else {
            self.bar.set_message(words(stage));
        }
    }

    /// The first submission begins.
    pub(crate) fn begin(&self) {
        self.bar.set_message("");
        self.bar.reset();
        if !self.bar.is_hidden() {
            self.bar.enable_steady_tick(Duration::from_millis(500));
        }
    }

    /// One is graded.
    pub(crate) fn graded(&self, grade: &Grade) {
        let Grade {
            id,
            points,
            max_points,
            ..
        } = grade;
        self.tell(&format!("{id}: {points} of {max_points} points"), false);
    }

    /// One could not be graded.
    pub(crate) fn failed(&self, failed: &Failed) {
        self.tell(
            &format!("{} could not be graded: {}", failed.id, failed.why),
            true,
        );
    }

    fn tell(&self, text: &str, is_news: bool) {
        let done = self.done.fetch_add(1, Relaxed) + 1;
        if self.bar.is_hidden() {
            self.terminal
                .note(&format!("{done} of {}  {text}\n", self.all));
            return;
        }
        if is_news {
            self.bar.println(text);
        }
        self.bar.inc(1);
    }
}

impl Drop for Progress<'_> {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
