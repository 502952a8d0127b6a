//! The command line. Its doc comments are the help.

pub(crate) mod shard;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use shard::Shard;

const GRADE_EXIT_CODES: &str = "\
Exit codes:
  0    everything is graded, whatever the grades
  2    the command line, points.toml or the folder of submissions is wrong
  3    something could not be graded, and is named
  130  interrupted; go on with --resume";

const EXIT_CODES: &str = "\
Exit codes:
  0    solved, or all is well
  1    not solved
  2    the command line is wrong
  3    the tool or its environment failed (no cargo, no space)
  130  interrupted";

/// Leads you from one exercise to the next, and decides each over every interleaving.
///
/// Start with `cargo xtask next`. Edit the file that it names, and run it again.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", after_help = EXIT_CODES, after_long_help = EXIT_CODES)]
#[command(disable_help_subcommand = true, max_term_width = 100)]
pub(crate) struct Cli {
    /// Colours in the output; NO_COLOR is honoured.
    #[arg(long, global = true, value_enum, default_value_t = Colour::Auto, value_name = "WHEN")]
    pub(crate) color: Colour,
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// When the output has colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Colour {
    /// On a terminal.
    Auto,
    /// Also in a pipe.
    Always,
    /// Not at all.
    Never,
}

impl From<Colour> for anstream::ColorChoice {
    fn from(colour: Colour) -> Self {
        match colour {
            Colour::Auto => Self::Auto,
            Colour::Always => Self::Always,
            Colour::Never => Self::Never,
        }
    }
}

/// One command a variant.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Decide the first unsolved exercise, or the one named, and say what to do next.
    Next(Which),
    /// Show all exercises and which are solved.
    List(Json),
    /// Show the next of three hints.
    Hint(Which),
    /// Put an exercise back to its start; a copy of your file is kept.
    Reset(WhichOne),
    /// Show the solution of a solved exercise.
    Solution(Which),
    /// Decide many exercises: all, those of a lesson, or one.
    Check(Check),
    /// Check the whole workspace, as CI does.
    Verify(Verify),
    /// Grade a folder of submissions, in a sandbox.
    Grade(Grade),
    /// Measure on this machine what the lessons say, and how fast a class is graded.
    #[command(subcommand)]
    Bench(Bench),
    /// Write the starters into xtask/pristine.json (for authors).
    #[command(hide = true)]
    Pack,
    /// Run a program in the sandbox of the grader (for tests).
    #[command(hide = true)]
    Jail(Room),
}

/// An exercise that may be left out.
#[derive(Debug, Args)]
pub(crate) struct Which {
    /// An exercise (`locks/counter`, or `counter`) or a lesson (`locks`); without it, the first unsolved one.
    #[arg(value_name = "ID")]
    pub(crate) id: Option<String>,
}

/// An exercise that must be named.
#[derive(Debug, Args)]
pub(crate) struct WhichOne {
    /// An exercise: `locks/counter`, or `counter`.
    #[arg(value_name = "ID")]
    pub(crate) id: String,
}

/// What to decide.
#[derive(Debug, Args)]
pub(crate) struct Check {
    /// A lesson (`locks`) or an exercise (`locks/counter`); without it, everything.
    #[arg(value_name = "LESSON[/EXERCISE]")]
    pub(crate) id: Option<String>,
    /// Decide this file in the place of the exercise's own, which is not touched.
    #[arg(
        long,
        value_name = "FILE",
        requires = "id",
        conflicts_with = "solution"
    )]
    pub(crate) with: Option<PathBuf>,
    /// Decide the reference solution.
    #[arg(long)]
    pub(crate) solution: bool,
    /// Print JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

/// What to check.
#[derive(Debug, Args)]
pub(crate) struct Verify {
    /// Only this step; may be given more than once.
    #[arg(long, value_name = "STEP", value_enum)]
    pub(crate) only: Vec<Step>,
    /// Only what belongs to this lesson or exercise; steps that know no exercises are then left out.
    #[arg(long, value_name = "LESSON[/EXERCISE]")]
    pub(crate) exercise: Option<String>,
    /// Decide each submission so often; every time must give the same verdict.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) repeat: u32,
    /// Print JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

/// Whose submissions to grade.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
#[command(after_help = GRADE_EXIT_CODES, after_long_help = GRADE_EXIT_CODES)]
pub(crate) struct Grade {
    /// What else to do with grades.
    #[command(subcommand)]
    pub(crate) action: Option<GradeAction>,
    /// A folder with one folder, .zip or .tar.gz a student.
    #[arg(value_name = "SUBMISSIONS", required = true)]
    pub(crate) submissions: Option<PathBuf>,
    /// Write the reports into this folder.
    #[arg(long, value_name = "DIR", required = true)]
    pub(crate) out: Option<PathBuf>,
    /// Grade only this lesson; may be given more than once.
    #[arg(long, value_name = "LESSON")]
    pub(crate) lesson: Vec<String>,
    /// So many submissions at a time; without it, a few more than there are cores.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1024))]
    pub(crate) jobs: Option<u32>,
    /// Go on where an earlier run into DIR was ended, with the same options.
    ///
    /// --jobs, --lesson and --points may differ: no verdict depends on them. --timeout, --no-sandbox and --shard must be
    /// those of the first run, and so must the course, the compiler and its flags.
    #[arg(long)]
    pub(crate) resume: bool,
    /// Kill a test after so many seconds, and the compiler after twice as many.
    #[arg(long, value_name = "S", default_value_t = 30, value_parser = clap::value_parser!(u64).range(1..=3600))]
    pub(crate) timeout: u64,
    /// What exercises are worth, deadlines, penalties.
    #[arg(long, value_name = "FILE")]
    pub(crate) points: Option<PathBuf>,
    /// Grade only the K-th of N parts of the class, to be merged afterwards.
    #[arg(long, value_name = "K/N")]
    pub(crate) shard: Option<Shard>,
    /// Run submissions without a sandbox: only for those of people whom you trust with this machine.
    #[arg(long)]
    pub(crate) no_sandbox: bool,
    /// Write into this file what it has cost (for `bench grade`).
    #[arg(long, value_name = "FILE", hide = true)]
    pub(crate) account: Option<PathBuf>,
}

/// What to run in the sandbox.
#[derive(Debug, Args)]
pub(crate) struct Room {
    /// A file with a room in JSON.
    #[arg(value_name = "ROOM.json")]
    pub(crate) room: PathBuf,
    /// Without walls.
    #[arg(long)]
    pub(crate) no_sandbox: bool,
}

/// What to do with grades.
#[derive(Debug, Subcommand)]
pub(crate) enum GradeAction {
    /// Put the parts together that were graded with --shard.
    Merge(GradeMerge),
    /// Show what came of one submission.
    Show(GradeShow),
}

/// Which parts to put together.
#[derive(Debug, Args)]
pub(crate) struct GradeMerge {
    /// The folder that the parts were graded into.
    #[arg(value_name = "DIR")]
    pub(crate) out: PathBuf,
    /// How many parts there are.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) of: u32,
}

/// Whose submission to show.
#[derive(Debug, Args)]
pub(crate) struct GradeShow {
    /// The folder that the class was graded into.
    #[arg(value_name = "DIR")]
    pub(crate) out: PathBuf,
    /// The submission's id, or the student's name, address, number or login.
    #[arg(value_name = "STUDENT")]
    pub(crate) student: String,
}

/// What to measure.
#[derive(Debug, Subcommand)]
pub(crate) enum Bench {
    /// What threads bring to computing and to waiting: Python, Rust under a Gil, and Rust.
    Gil(Runs),
    /// How fast a class is graded, beside `cargo test` in a loop and beside rustc's own time.
    Grade(Speed),
}

/// Which class to grade, and how.
#[derive(Debug, Args)]
pub(crate) struct Speed {
    /// Generate and grade so many submissions.
    #[arg(long, value_name = "N", default_value_t = 200, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    pub(crate) submissions: u32,
    /// Put so many of them through `cargo test` too; without it ten, with 0 none.
    #[arg(long, value_name = "N")]
    pub(crate) naive: Option<u32>,
    /// The same seed gives the same class.
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub(crate) seed: u64,
    /// Make no two programs alike, as in real classes; `also`: measure both.
    #[arg(long, value_name = "WHICH", value_enum, num_args = 0..=1, require_equals = true, default_missing_value = "only", default_value = "not")]
    pub(crate) unlike: Unlike,
    /// Grade so many submissions at a time; without it, as `grade` does.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1024))]
    pub(crate) jobs: Option<u32>,
    /// Kill a test of the grader, and a lesson's `cargo test`, after so many seconds.
    #[arg(long, value_name = "S", default_value_t = 30, value_parser = clap::value_parser!(u64).range(1..=3600))]
    pub(crate) timeout: u64,
    /// Grade without a sandbox.
    #[arg(long)]
    pub(crate) no_sandbox: bool,
}

/// Whether programs may be alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Unlike {
    /// Many are: they are drawn from the course's own.
    Not,
    /// No two are.
    Only,
    /// One class of each kind.
    Also,
}

/// How often to measure.
#[derive(Debug, Args)]
pub(crate) struct Runs {
    /// Measure so often, and show the medians.
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..=100))]
    pub(crate) runs: u32,
}

/// A step of `verify`, in the order in which they are done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Step {
    /// The rules of the repository.
    Rules,
    /// rustfmt.
    Format,
    /// clippy, with warnings as errors.
    Clippy,
    /// The documentation builds without warnings.
    Docs,
    /// The explorer's and the harness's own tests.
    Explorer,
    /// Every lesson's tests over its solutions, by cargo.
    Lessons,
    /// Every solution is solved.
    Solutions,
    /// No starter is solved.
    Starters,
    /// Every right submission is solved, every wrong one gets its verdict.
    Submissions,
    /// The lessons' programs in Python run to their end.
    Python,
    /// The runner's own tests.
    Runner,
    /// The grader's pages in a browser, where a Chromium is there.
    Pages,
    /// Hostile submissions are reported rightly, and change nothing.
    Hostile,
}

/// The form of the answer.
#[derive(Debug, Args)]
pub(crate) struct Json {
    /// Print JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }

    #[test]
    fn the_help_documents_every_exit_code() {
        let help = Cli::command().render_long_help().to_string();
        for code in ["0 ", "1 ", "2 ", "3 ", "130 "] {
            assert!(help.contains(&format!("\n  {code}")), "{help}");
        }
    }
}
