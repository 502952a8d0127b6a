//! One grading: all submissions of a folder, several at a time, each written down as soon as it is done.

use std::sync::{Mutex, MutexGuard, PoisonError};

use super::account::Clerk;
use super::cells::Cells;
use super::ground::Ground;
use super::intake::{self, Submission};
use super::journal::Journal;
use super::judge::Examiner;
use super::lines::Place;
use super::merge;
use super::order::Order;
use super::output::{Done, Failed, Output, Trailer};
use super::points::Points;
use super::progress::Progress;
use super::record::{Mark, OtherMark};
use super::reports;
use super::similarity::{Gathered, Starters};
use super::sorted::Sorted;
use super::store::{Key, Store};
use super::student::{Desk, Known};
use crate::course::Course;
use crate::decide::Judge;
use crate::exit::{Exit, Misuse};
use crate::pristine::Pristine;
use crate::report::error;
use crate::report::grade::notes::Notes;
use crate::report::words;
use crate::terminal::Terminal;
use crate::{batch, interrupt};

/// Grades the class.
///
/// # Errors
/// The command line names what does not exist, or the tool or its surroundings fail. What is wrong with one submission
/// is told at the end, and costs the others nothing.
pub(crate) fn grade(course: &Course, order: &Order, terminal: &Terminal) -> anyhow::Result<Exit> {
    let exercises = order.check(course)?;
    let points = Points::load(order.points.as_deref(), course)?;
    let output = Output::of(&order.out, order.shard);
    let judge = Judge::of(course)?;
    let ground = Ground::of(&judge, &exercises, order);
    if let Some(trailer) = output.whole(|_| Ok(()))? {
        return whole_already(&output, &trailer, &ground, terminal);
    }
    let submissions = submissions(order, terminal)?;
    let progress = Progress::new(submissions.len(), terminal);
    let cells = Cells::open(&judge.kept, order.sandbox, judge.tools())?;
    // Known before minutes are spent on building.
    let (journal, rows) = Journal::open(&output.journal(), &ground, order.before())?;
    if let Some(warning) = journal.warning() {
        terminal.note(&error::warning(&warning));
    }
    let (clerk, kept) = (Clerk::of(&cells), judge.kept.clone());
    let examiner = Examiner::of(course, judge, &exercises, &clerk, order.time, &|stage| {
        progress.stage(&stage);
    })?;
    let (store, known) = known(&journal, &rows)?;
    let pristine = Pristine::load(&course.root)?;
    let desk = Desk {
        course,
        starters: Starters::of(&exercises, &pristine),
        gathered: Mutex::new(Gathered::new(output.folder())?),
        pristine,
        store,
        known,
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
        Sorted::new(output.folder())?,
    );
    drop(progress);
    if let Some(file) = &order.account {
        clerk.close(file, &kept)?;
    }
    desk.journal.end(grades.len())?;
    let gathered = desk.gathered.into_inner();
    let done = Done {
        grades,
        failed,
        gathered: gathered.unwrap_or_else(PoisonError::into_inner),
        ground,
    };
    let exit = finish(course, &output, &done, terminal);
    interrupt::last_words(None);
    exit
}

/// Writes the reports, and says what there is to say at the end.
///
/// # Errors
/// A file cannot be written.
pub(crate) fn finish(
    course: &Course,
    output: &Output,
    done: &Done,
    terminal: &Terminal,
) -> anyhow::Result<Exit> {
    let Done { grades, failed, .. } = done;
    output.write(done)?;
    if output.is_of_the_class() {
        let report = done.gathered.report()?;
        report.write(output.folder())?;
        let ungraded = failed.iter().map(|one| (one.id.clone(), one.why.clone()));
        let notes = Notes {
            alike: Some(report.alike()),
            ungraded: ungraded.collect(),
        };
        reports::write(output.folder(), course, &notes)?;
    }
    let count = words::count(grades.len(), "submission");
    let warning = if grades.is_unsandboxed() {
        "graded without a sandbox\n"
    } else {
        ""
    };
    terminal.print(&format!(
        "{warning}{count} graded: {}\n",
        output.grades().display()
    ))?;
    merge::name(failed, terminal);
    Ok(exit(failed))
}

/// A shard that nothing is left of to be done.
fn whole_already(
    output: &Output,
    trailer: &Trailer,
    now: &Ground,
    terminal: &Terminal,
) -> anyhow::Result<Exit> {
    let path = output.grades();
    let differences = trailer.ground.differences_of_parts(now);
    if !differences.is_empty() {
        return Err(Misuse(format!(
            "{} was graded under other conditions: {}\nto grade this part anew, remove it and {} and run the same command again",
            path.display(),
            differences.join("; "),
            output.journal().display()
        ))
        .into());
    }
    terminal.note(&format!("{} is whole already\n", path.display()));
    merge::name(&trailer.failed, terminal);
    Ok(exit(&trailer.failed))
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

fn submissions(order: &Order, terminal: &Terminal) -> anyhow::Result<Vec<Submission>> {
    let class = intake::find(&order.submissions)?;
    for ignored in &class.ignored {
        terminal.note(&format!("{}: {}\n", ignored.path, ignored.why));
    }
    for note in &class.notes {
        terminal.note(&format!("{note}\n"));
    }
    let mut submissions = class.submissions;
    if let Some(shard) = order.shard {
        submissions.retain(|submission| shard.holds(&submission.id));
    }
    Ok(submissions)
}

/// Whatever was decided before is known, whoever hands it in this time.
fn known(journal: &Journal, rows: &[Place]) -> anyhow::Result<(Store, Known)> {
    let (store, mut known) = (Store::default(), Known::new());
    for place in rows {
        let row = journal.read(*place)?;
        for (id, kept) in &row.exercises {
            // What was not taken is looked at again: it is no program.
            let is_taken = kept.sheet.verdict != Mark::Other(OtherMark::Rejected);
            if let (Ok(id), Some(hash), true) = (id.parse(), &kept.sha256, is_taken) {
                store.keep(Key::of(&id, hash), *place);
            }
        }
        known.insert(row.id, (row.seen, *place));
    }
    Ok((store, known))
}

/// Each grade leaves the memory as soon as it is done, whoever is still at work.
fn all(
    desk: &Desk<'_>,
    submissions: &[Submission],
    jobs: usize,
    progress: &Progress<'_>,
    grades: Sorted,
) -> (Sorted, Vec<Failed>) {
    progress.begin();
    let (grades, mut failed) = (Mutex::new(grades), Vec::new());
    let work = |submission: &Submission| {
        let graded = desk.grade(submission).and_then(|grade| {
            lock(&grades).add(&grade)?;
            Ok(grade)
        });
        match graded {
            Ok(grade) => {
                progress.graded(&grade);
                None
            }
            Err(error) => {
                let (id, why) = (submission.id.clone(), format!("{error:#}"));
                let failed = Failed { id, why };
                progress.failed(&failed);
                Some(failed)
            }
        }
    };
    batch::each(submissions, jobs, work, |_, result| failed.extend(result));
    (
        grades.into_inner().unwrap_or_else(PoisonError::into_inner),
        failed,
    )
}

fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}
