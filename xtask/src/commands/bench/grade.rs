//! `cargo xtask bench grade`: a generated class, graded; beside it `cargo test` in a loop, and rustc's own time.

mod broken;
mod cost;
mod draw;
mod grader;
mod naive;
mod orphans;
mod pool;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::thread::available_parallelism;
use std::time::Duration;

use crate::cli::{Speed, Unlike};
use crate::commands::WIDEST;
use crate::course::Course;
use crate::decide::Judge;
use crate::exit::{Exit, Misuse};
use crate::grade::account::Sum;
use crate::report::bench::grade::{self as report, Class, Files, Graded, Looped, Spent, Table};
use crate::report::page::Page;
use crate::scratch;
use crate::terminal::Terminal;
use draw::{Kind, Submission};
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
        let looped = naive.map(|naive| std::mem::take(&mut naive.sum));
        Ok(Class {
            unlike,
            submissions: class.len(),
            files: files(&class),
            graded: spent(&graded),
            looped: looped.map(|sum| Looped {
                submissions: sum.submissions,
                spent: of(sum.cost),
                lessons: sum.lessons,
                unbuilt: sum.unbuilt,
                killed: sum.killed,
            }),
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
        scratch::Folder::new(&PathBuf::from(&self.judge.kept))
    }

    fn say(&self, what: &str) {
        self.terminal.note(&format!("{what}\n"));
    }
}

fn files(class: &[Submission]) -> Files {
    let (mut files, mut programs) = (Files::default(), BTreeSet::new());
    for file in class.iter().flat_map(|submission| &submission.files) {
        match file.kind {
            Kind::Right => files.right += 1,
            Kind::Wrong => files.wrong += 1,
            Kind::Starter => files.starters += 1,
            Kind::Broken => files.broken += 1,
        }
        if file.kind != Kind::Starter {
            programs.insert((&file.exercise, &file.text));
        }
    }
    Files {
        programs: programs.len(),
        ..files
    }
}

/// Divides the grader's CPU time among what it was spent for. The sandbox around a call costs about what it costs around
/// nothing; the calls with which that was found out are taken off.
fn spent(graded: &grader::Graded) -> Graded {
    let account = &graded.account;
    let around = account.empty.seconds / account.empty.calls.max(1) as f64;
    let inside = |sum: Sum| (sum.seconds - sum.calls as f64 * around).max(0.0);
    let (rustc, tests) = (inside(account.compiler), inside(account.tests));
    let calls = account.compiler.seconds + account.tests.seconds;
    let Spent { wall, cpu } = of(graded.cost);
    let cpu = cpu - account.empty.seconds;
    Graded {
        spent: Spent { wall, cpu },
        calls: account.compiler.calls,
        rustc,
        tests,
        sandbox: calls - rustc - tests,
        rest: (cpu - calls).max(0.0),
    }
}

fn of(cost: cost::Cost) -> Spent {
    Spent {
        wall: cost.wall.as_secs_f64(),
        cpu: cost.cpu.as_secs_f64(),
    }
}
