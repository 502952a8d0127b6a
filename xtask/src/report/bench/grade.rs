//! How fast a class is graded: what a submission costs, beside `cargo test` in a loop and beside rustc's own time.

mod conclusions;
mod rows;

use crate::report::page::Page;
use crate::report::style::{STRONG, paint};
use crate::report::words::count;

/// All that was measured.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) cores: usize,
    pub(crate) seed: u64,
    /// Seconds.
    pub(crate) timeout: u64,
    pub(crate) sandbox: bool,
    pub(crate) classes: Vec<Class>,
}

/// One class.
#[derive(Debug)]
pub(crate) struct Class {
    /// No two programs are alike.
    pub(crate) unlike: bool,
    pub(crate) submissions: usize,
    pub(crate) files: Files,
    pub(crate) graded: Graded,
    /// None when nothing went through the loop.
    pub(crate) looped: Option<Looped>,
    /// Verdicts other than those that had to come.
    pub(crate) surprises: Vec<String>,
}

/// How many files there are of each kind.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Files {
    pub(crate) right: usize,
    pub(crate) wrong: usize,
    pub(crate) starters: usize,
    pub(crate) broken: usize,
    /// Different ones that are no starters: those must be compiled.
    pub(crate) programs: usize,
}

/// Seconds, of all submissions together.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Spent {
    pub(crate) wall: f64,
    pub(crate) cpu: f64,
}

/// What the grader has spent; all in seconds of CPU time, of all submissions together.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Graded {
    pub(crate) spent: Spent,
    /// Of rustc.
    pub(crate) calls: u64,
    /// rustc and its linkers: the floor.
    pub(crate) rustc: f64,
    /// Without the sandbox around them.
    pub(crate) tests: f64,
    pub(crate) sandbox: f64,
    /// The grader itself.
    pub(crate) rest: f64,
}

/// What the loop has come to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Looped {
    pub(crate) submissions: usize,
    pub(crate) spent: Spent,
    pub(crate) lessons: usize,
    /// Lessons of which no test was run, since a file did not compile.
    pub(crate) unbuilt: usize,
    /// Lessons that hung.
    pub(crate) killed: usize,
}

/// The table, and what it comes to.
pub(crate) fn table(mut page: Page, table: &Table) -> String {
    let sandbox = if table.sandbox {
        ""
    } else {
        ", without a sandbox"
    };
    page.paragraph(&paint(
        STRONG,
        format!(
            "What grading a submission costs, on {}{sandbox}",
            count(table.cores, "core")
        ),
    ));
    for class in &table.classes {
        about(&mut page, table, class);
        rows::write(&mut page, class);
        conclusions::write(&mut page, class);
    }
    page.finish()
}

fn about(page: &mut Page, table: &Table, class: &Class) {
    let Files {
        right,
        wrong,
        starters,
        broken,
        programs,
    } = class.files;
    let alike = if class.unlike { ", no two alike" } else { "" };
    page.blank().paragraph(&format!(
        "{} (seed {}, {} s for a test): {right} right files, {wrong} wrong, {broken} broken, {starters} starters; {programs} \
         different programs{alike}, {} of rustc.",
        count(class.submissions, "submission"),
        table.seed,
        table.timeout,
        count(class.graded.calls as usize, "call"),
    ));
}

impl Class {
    /// How many times as fast as the loop: by the clock, and in CPU time.
    fn factors(&self, looped: &Looped) -> [f64; 2] {
        let grader = self.graded.spent;
        let share = self.submissions as f64 / looped.submissions as f64;
        [
            looped.spent.wall / grader.wall * share,
            looped.spent.cpu / grader.cpu * share,
        ]
    }
}

/// Of nothing there is no part.
fn percent(part: f64, whole: f64) -> String {
    if whole > 0.0 {
        format!("{:.0} %", part / whole * 100.0)
    } else {
        "-".to_owned()
    }
}

#[cfg(test)]
mod tests;
