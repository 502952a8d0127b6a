//! One grading: all submissions of a folder, several at a time, each written down as soon as it is done.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use hmac_sha256::Hash;

use super::account::Clerk;
use super::cells::Cells;
use super::intake::{self, Submission};
use super::journal::{Before, Journal, Row};
use super::judge::Examiner;
use super::merge;
use super::output::{Failed, Output};
use super::points::Points;
use super::progress::Progress;
use super::record::Grade;
use super::reports;
use super::shard::Shard;
use super::similarity;
use super::store::Store;
use super::student::Desk;
use crate::course::{Course, Exercise};
use crate::decide::Judge;
use crate::exit::{Exit, Misuse};
use crate::pristine::Pristine;
use crate::report::grade::notes::Notes;
use crate::run::key::hex;
use crate::terminal::Terminal;
use crate::{batch, interrupt};

/// What is asked for.
#[derive(Debug)]
pub(crate) struct Order {
    /// The folder with the submissions.
    pub(crate) submissions: PathBuf,
    /// The folder for the reports.
    pub(crate) out: PathBuf,
    /// Only these; none means all.
    pub(crate) lessons: Vec<String>,
    /// Submissions at a time.
    pub(crate) jobs: Option<usize>,
    /// Go on with what is there.
    pub(crate) resume: bool,
    /// For each test.
    pub(crate) time: Duration,
    /// `points.toml`
    pub(crate) points: Option<PathBuf>,
    /// Only a part of the class.
    pub(crate) shard: Option<Shard>,
    /// Whether there must be one.
    pub(crate) sandbox: bool,
    /// A file for what it has cost.
    pub(crate) account: Option<PathBuf>,
}

/// Grades the class.
///
/// # Errors
/// The command line names what does not exist, or the tool or its surroundings fail. What is wrong with one submission
/// is told at the end, and costs the others nothing.
pub(crate) fn grade(course: &Course, order: &Order, terminal: &Terminal) -> anyhow::Result<Exit> {
    let exercises = exercises(course, &order.lessons)?;
    let points = Points::load(order.points.as_deref(), course)?;
    let output = Output::of(&order.out, order.shard);
    if let Some(part) = output.whole()? {
        terminal.note(&format!("{} is whole already\n", output.grades().display()));
        merge::name(&part.trailer.failed, terminal);
        return Ok(exit(&part.trailer.failed));
    }
    let submissions = submissions(order, terminal)?;
    let progress = Progress::new(submissions.len(), terminal);
    let judge = Judge::of(course)?;
    let cells = Cells::open(&judge.kept, order.sandbox, judge.tools())?;
    let (clerk, kept) = (Clerk::of(&cells), judge.kept.clone());
    let examiner = Examiner::of(course, judge, &exercises, &clerk, order.time, &|stage| {
        progress.stage(&stage);
    })?;
    let ground = ground(&examiner, &exercises, order);
    let (journal, rows) = Journal::open(&output.journal(), &ground, before(order))?;
    let desk = Desk {
        course,
        pristine: Pristine::load(&course.root)?,
        store: known(&rows),
        known: rows.into_iter().map(|row| (row.id.clone(), row)).collect(),
        exercises,
        examiner,
        journal,
        points,
        sandbox: order.sandbox,
    };
    let last_words = "interrupted; what is graded so far is kept, and --resume goes on with it";
    interrupt::last_words(Some(last_words.to_owned()));
    let (grades, failed) = all(
        &desk,
        &submissions,
        order.jobs.unwrap_or_else(jobs),
        &progress,
    );
    drop(progress);
    if let Some(file) = &order.account {
        clerk.close(file, &kept)?;
    }
    desk.journal.end(grades.len())?;
    if output.is_of_the_class() {
        similarity::of_class(course, &desk.pristine, &desk.exercises, &submissions)
            .write(output.folder())?;
    }
    interrupt::last_words(None);
    finish(course, &output, &grades, failed, terminal)
}

/// Writes the reports, and says what there is to say at the end.
///
/// # Errors
/// A file cannot be written.
pub(crate) fn finish(
    course: &Course,
    output: &Output,
    grades: &[Grade],
    failed: Vec<Failed>,
    terminal: &Terminal,
) -> anyhow::Result<Exit> {
    output.write(grades, &failed)?;
    if output.is_of_the_class() {
        let ungraded = failed.iter().map(|one| (one.id.clone(), one.why.clone()));
        let notes = Notes {
            alike: similarity::alike(output.folder()),
            ungraded: ungraded.collect(),
        };
        reports::write(output.folder(), course, &notes)?;
    }
    let count = match grades.len() {
        1 => "1 submission".to_owned(),
        many => format!("{many} submissions"),
    };
    let warning = if grades.iter().any(|grade| grade.unsandboxed) {
        "graded without a sandbox\n"
    } else {
        ""
    };
    terminal.print(&format!(
        "{warning}{count} graded: {}\n",
        output.grades().display()
    ))?;
    merge::name(&failed, terminal);
    Ok(exit(&failed))
}

fn exit(failed: &[Failed]) -> Exit {
    if failed.is_empty() {
        Exit::Solved
    } else {
        Exit::Broken
    }
}

/// Tests wait for each other and for deadlines: then another submission has the core.
fn jobs() -> usize {
    batch::jobs() + batch::jobs().div_ceil(2)
}

/// A shard is run again by whoever runs it, after a node has died: it always goes on.
fn before(order: &Order) -> Before {
    if order.resume || order.shard.is_some() {
        Before::Resume
    } else {
        Before::Refuse
    }
}

fn exercises<'a>(course: &'a Course, lessons: &[String]) -> anyhow::Result<Vec<&'a Exercise>> {
    if let Some(unknown) = lessons.iter().find(|name| course.lesson(name).is_none()) {
        let known: Vec<&str> = course.lessons.iter().map(|lesson| &*lesson.name).collect();
        return Err(Misuse(format!(
            "no lesson is called `{unknown}`; there are {}",
            known.join(", ")
        ))
        .into());
    }
    let is_asked_for =
        |exercise: &&Exercise| lessons.is_empty() || lessons.contains(&exercise.id.lesson);
    Ok(course.exercises().filter(is_asked_for).collect())
}

fn submissions(order: &Order, terminal: &Terminal) -> anyhow::Result<Vec<Submission>> {
    if !order.submissions.is_dir() {
        return Err(Misuse(format!("{} is no folder", order.submissions.display())).into());
    }
    let class = intake::find(&order.submissions)?;
    for ignored in &class.ignored {
        terminal.note(&format!("{}: {}\n", ignored.path, ignored.why));
    }
    let mut submissions = class.submissions;
    if let Some(shard) = order.shard {
        submissions.retain(|submission| shard.holds(&submission.id));
    }
    Ok(submissions)
}

/// Stands for all that verdicts depend on besides the submissions.
fn ground(examiner: &Examiner<'_>, exercises: &[&Exercise], order: &Order) -> String {
    let ground = format!(
        "{}{:?} {}",
        examiner.ground(exercises),
        order.time,
        order.sandbox
    );
    hex(&Hash::hash(ground.as_bytes()))
}

/// Whatever was decided before is known, whoever hands it in this time.
fn known(rows: &[Row]) -> Store {
    let store = Store::default();
    for (id, kept) in rows.iter().flat_map(|row| &row.exercises) {
        if let (Ok(id), Some(hash)) = (id.parse(), &kept.sha256) {
            store.known((id, hash.clone()), kept.sheet.clone());
        }
    }
    store
}

/// Sorted by id, whoever is done first.
fn all(
    desk: &Desk<'_>,
    submissions: &[Submission],
    jobs: usize,
    progress: &Progress<'_>,
) -> (Vec<Grade>, Vec<Failed>) {
    progress.begin();
    let (mut grades, mut failed) = (BTreeMap::new(), Vec::new());
    let work = |submission: &Submission| {
        let graded = desk.grade(submission).map_err(|error| Failed {
            id: submission.id.clone(),
            why: format!("{error:#}"),
        });
        match &graded {
            Ok(grade) => progress.graded(grade),
            Err(why) => progress.failed(why),
        }
        graded
    };
    batch::each(submissions, jobs, work, |_, graded| match graded {
        Ok(grade) => drop(grades.insert(grade.id.clone(), grade)),
        Err(why) => failed.push(why),
    });
    (grades.into_values().collect(), failed)
}
