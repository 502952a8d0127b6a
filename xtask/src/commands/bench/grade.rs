//! `cargo xtask bench grade`: a generated class, graded; beside it `cargo test` in a loop, and rustc's own time.

mod broken;
mod cost;
mod draw;
mod grader;
mod naive;
mod orphans;
mod pool;
mod sums;

use std::thread::available_parallelism;
use std::time::Duration;

use crate::cli::{Speed, Unlike};
use crate::commands::WIDEST;
use crate::course::Course;
use crate::decide::Judge;
use crate::exit::{Exit, Misuse};
use crate::report::bench::grade::{self as report, Class, Table};
use crate::report::page::Page;
use crate::scratch;
use crate::terminal::Terminal;
use draw::Submission;
use grader::Grader;
use naive::Loop;
use pool::Pool;

/// So many go through the loop when nobody says how many: each takes it minutes.
const NAIVE: u32 = 10;

/// Generates the class, grades it in both ways, and shows what that has cost.
///
/// # Errors
/// More is to go through the loop than there is, the grader or cargo fails, or files cannot be read or written.
pub(crate) fn run(course: &Course, speed: &Speed, terminal: &Terminal) -> anyhow::Result<Exit> {
    let bench = Bench {
        course,
        speed,
        naive: naive(speed)? as usize,
        pools: pool::of(course)?,
        judge: Judge::of(course)?,
        terminal,
    };
    let classes = bench.measure()?;
    let is_right = classes.iter().all(|class| class.surprises.is_empty());
    let table = Table {
        cores: available_parallelism().map_or(1, usize::from),
        seed: speed.seed,
        timeout: speed.timeout,
        sandbox: !speed.no_sandbox,
        classes,
    };
    let page = Page::new(terminal.width.min(WIDEST), terminal.unicode);
    terminal.print(&report::table(page, &table))?;
    Ok(if is_right {
        Exit::Solved
    } else {
        Exit::NotSolved
    })
}

fn naive(speed: &Speed) -> anyhow::Result<u32> {
    match speed.naive {
        Some(naive) if naive > speed.submissions => Err(Misuse(format!(
            "--naive {naive} is more than the {} that --submissions makes",
            speed.submissions
        ))
        .into()),
        Some(naive) => Ok(naive),
        None => Ok(NAIVE.min(speed.submissions)),
    }
}

/// One run.
struct Bench<'a> {
    course: &'a Course,
    speed: &'a Speed,
    /// Submissions that go through the loop.
    naive: usize,
    pools: Vec<Pool>,
    judge: Judge<'a>,
    terminal: &'a Terminal,
}

impl Bench<'_> {
    /// A row for each kind of class that is asked for.
    fn measure(&self) -> anyhow::Result<Vec<Class>> {
        let grader = Grader {
            course: self.course,
            jobs: self.speed.jobs,
            timeout: self.speed.timeout,
            sandbox: !self.speed.no_sandbox,
        };
        self.say("what both need is built; it is not counted");
        let once = self.folder()?;
        grader.grade(&[draw::solved(&self.pools)], once.path())?;
        let mut naive = None;
        if self.naive > 0 {
            let time = Duration::from_secs(self.speed.timeout);
            let tools = self.judge.tools();
            naive = Some(Loop::prepare(
                self.course,
                tools,
                &self.pools,
                once.path(),
                time,
            )?);
        }
        self.say("measuring; it is better when nothing else runs");
        let kinds: &[bool] = match self.speed.unlike {
            Unlike::Not => &[false],
            Unlike::Only => &[true],
            Unlike::Also => &[false, true],
        };
        let class = |unlike: &bool| self.class(*unlike, &grader, naive.as_mut());
        kinds.iter().map(class).collect()
    }

    /// Half of the loop before the grader and half behind it: whatever else happens on the machine happens to both.
    fn class(
        &self,
        unlike: bool,
        grader: &Grader<'_>,
        mut naive: Option<&mut Loop<'_>>,
    ) -> anyhow::Result<Class> {
        let students = self.speed.submissions;
        let class = draw::class(&self.pools, students, self.speed.seed, unlike);
        let (before, after) = class[..self.naive].split_at(self.naive / 2);
        self.through(naive.as_deref_mut(), before)?;
        self.say(&format!("the grader, {} submissions", class.len()));
        let graded = grader.grade(&class, self.folder()?.path())?;
        self.through(naive.as_deref_mut(), after)?;
        Ok(Class {
            unlike,
            submissions: class.len(),
            files: sums::files(&class),
            graded: sums::graded(&graded),
            looped: naive.map(|naive| sums::looped(&std::mem::take(&mut naive.sum))),
            surprises: graded.surprises,
        })
    }

    fn through(&self, naive: Option<&mut Loop<'_>>, part: &[Submission]) -> anyhow::Result<()> {
        let Some(naive) = naive else { return Ok(()) };
        for submission in part {
            self.say(&format!("cargo test, {}", submission.id));
            naive.grade(submission)?;
        }
        Ok(())
    }

    /// Gone with everything in it when it is dropped, and when a signal comes.
    fn folder(&self) -> anyhow::Result<scratch::Folder> {
        scratch::Folder::new(&self.judge.kept)
    }

    fn say(&self, what: &str) {
        self.terminal.note(&format!("{what}\n"));
    }
}
