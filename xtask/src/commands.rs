//! One command a file, each with one `run`.

mod bench;
mod check;
#[cfg(feature = "grader")]
mod grade;
mod hint;
#[cfg(feature = "grader")]
mod jail;
#[cfg(not(feature = "grader"))]
mod lean;
mod list;
mod next;
mod pack;
mod reset;
mod solution;
mod verify;

use anyhow::Context;

#[cfg(not(feature = "grader"))]
use lean::{grade, jail};

use crate::cli::{Bench, Command};
use crate::course::Course;
use crate::exit::Exit;
use crate::interrupt;
use crate::paths;
use crate::progress::Progress;
use crate::report::error;
use crate::report::page::Page;
use crate::terminal::Terminal;

/// The longest line of text; schedules and rustc's messages take the whole screen.
const WIDEST: usize = 100;

/// Runs the command.
///
/// # Errors
/// The tool or its environment failed, or the command line names what does not exist.
pub(crate) fn run(command: &Command, terminal: &Terminal) -> anyhow::Result<Exit> {
    interrupt::install().context("the system refuses to tell of Ctrl-C")?;
    if let Command::Bench(Bench::Gil(runs)) = command {
        return bench::gil::run(runs.runs, terminal);
    }
    if let Command::Jail(jail) = command {
        return jail::run(&jail.room, jail.no_sandbox, terminal);
    }
    let root = paths::root()?;
    if let Command::Pack = command {
        return pack::run(&root, terminal);
    }
    if let Command::Reset(_) = command {
        for mended in reset::mend(&root)? {
            terminal.note(&format!("{mended}\n"));
        }
    }
    let course = Course::load(&root).context(
        "the course cannot be read; `cargo xtask reset ID` puts back what is missing or damaged",
    )?;
    let mut visit = Visit {
        course,
        progress: Progress::load(&root),
        terminal,
    };
    let exit = match command {
        Command::Next(which) => next::run(&mut visit, which.id.as_deref()),
        Command::List(form) => list::run(&mut visit, form.json),
        Command::Hint(which) => hint::run(&mut visit, which.id.as_deref()),
        Command::Reset(which) => reset::run(&mut visit, &which.id),
        Command::Solution(which) => solution::run(&mut visit, which.id.as_deref()),
        Command::Check(check) => check::run(&mut visit, check),
        Command::Verify(verify) => verify::run(&visit.course, verify, terminal),
        Command::Grade(grade) => grade::run(&visit.course, grade, terminal),
        Command::Bench(Bench::Grade(speed)) => bench::grade::run(&visit.course, speed, terminal),
        Command::Bench(Bench::Gil(_)) | Command::Jail(_) | Command::Pack => {
            unreachable!("handled above")
        }
    };
    visit.warn();
    exit
}

/// What every command of the learner works with.
pub(crate) struct Visit<'a> {
    /// The course.
    pub(crate) course: Course,
    /// What is known of it.
    pub(crate) progress: Progress,
    /// The screen.
    pub(crate) terminal: &'a Terminal,
}

impl Visit<'_> {
    /// An empty page as wide as the screen, or as wide as lines can be read well.
    pub(crate) fn page(&self) -> Page {
        Page::new(self.terminal.width.min(WIDEST), self.terminal.unicode)
    }

    /// Says what went wrong with the progress so far.
    fn warn(&mut self) {
        for warning in self.progress.take_warnings() {
            self.terminal.note(&error::warning(&warning));
        }
    }
}
