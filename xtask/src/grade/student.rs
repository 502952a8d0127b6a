//! One submission: from what was handed in to a line of `grades.jsonl`.

use std::collections::{BTreeMap, HashMap};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, anyhow};
use hmac_sha256::Hash;

use super::intake::Submission;
use super::journal::{Journal, Kept, Row};
use super::judge::{Entry, Examiner};
use super::lines::Place;
use super::paper::Paper;
use super::points::Points;
use super::record::Grade;
use super::sheet::Sheet;
use super::similarity::{Gathered, Starters};
use super::store::{Asked, Key, Store, Ticket};
use crate::course::{Course, Exercise, Id};
use crate::pristine::Pristine;
use crate::run::key::hex;
use crate::tokens;

/// What an earlier run has graded, by the submission's id: [`Row::seen`], and where the row is.
pub(crate) type Known = HashMap<String, (String, Place)>;

/// What everybody's submissions are graded with.
#[derive(Debug)]
pub(crate) struct Desk<'a> {
    pub(crate) course: &'a Course,
    /// The starters.
    pub(crate) pristine: Pristine,
    /// In the order of the course.
    pub(crate) exercises: Vec<&'a Exercise>,
    pub(crate) examiner: Examiner<'a>,
    pub(crate) store: Store,
    pub(crate) journal: Journal,
    pub(crate) known: Known,
    pub(crate) points: Points,
    pub(crate) starters: Starters,
    /// What is compared at the end.
    pub(crate) gathered: Mutex<Gathered>,
    pub(crate) sandbox: bool,
}

impl Desk<'_> {
    /// Grades one submission. When this returns, it is in the journal.
    ///
    /// # Errors
    /// It cannot be read, or the tool or its surroundings fail.
    pub(crate) fn grade(&self, submission: &Submission) -> anyhow::Result<Grade> {
        let graded = self.graded(submission);
        tokens::forget();
        graded
    }

    fn graded(&self, submission: &Submission) -> anyhow::Result<Grade> {
        let taken = submission.take(self.course)?;
        let is_known = |id: &Id, sha256: &str| self.store.knows(&Key::of(id, sha256));
        let paper = |exercise: &&Exercise| Paper::of(exercise, &taken, &self.pristine, &is_known);
        let papers: Vec<Paper> = self.exercises.iter().map(paper).collect();
        self.gather(&submission.id, &taken.files, &papers)?;
        let mut kept = self.decided(&submission.id, &papers)?;
        let mut exercises = BTreeMap::new();
        for exercise in &self.exercises {
            let id = exercise.id.to_string();
            if let Some(Kept { sha256, sheet }) = kept.remove(&id) {
                let mut graded = sheet.graded(sha256);
                (graded.points, graded.max_points) =
                    self.points.score(exercise, graded.verdict, &graded.claims);
                exercises.insert(id, graded);
            }
        }
        let total = self.points.total(&exercises, taken.submitted);
        Ok(Grade {
            id: submission.id.clone(),
            claimed: submission.refused.as_ref().map(|claim| claim.id.clone()),
            student: taken.student,
            overruled: taken.overruled,
            points: total.points,
            max_points: total.max_points,
            penalty: total.penalty,
            exercises,
            ignored: taken.ignored,
            unsandboxed: !self.sandbox,
        })
    }

    /// What is to be compared of a submission. Nothing is a starter's own.
    fn gather(
        &self,
        submission: &str,
        files: &BTreeMap<Id, String>,
        papers: &[Paper],
    ) -> anyhow::Result<()> {
        for (exercise, paper) in self.exercises.iter().zip(papers) {
            let text = files.get(&exercise.id);
            let text = text.filter(|_| !matches!(paper, Paper::Starter(_)));
            let prints = text.and_then(|text| self.starters.prints(&exercise.id, text));
            if let Some(prints) = prints {
                let mut gathered = self.gathered.lock().unwrap_or_else(PoisonError::into_inner);
                gathered.add(submission, &exercise.id, prints)?;
            }
        }
        Ok(())
    }

    fn decided(&self, id: &str, papers: &[Paper]) -> anyhow::Result<BTreeMap<String, Kept>> {
        let seen = self.seen(papers);
        if let Some((_, place)) = self.known.get(id).filter(|(known, _)| *known == seen) {
            return Ok(self.journal.read(*place)?.exercises);
        }
        let sheets = self.sheets(papers)?;
        let kept = |((exercise, paper), sheet): ((&&Exercise, &Paper), Sheet)| {
            let sha256 = paper.sha256().map(str::to_owned);
            (exercise.id.to_string(), Kept { sha256, sheet })
        };
        let decided = self.exercises.iter().zip(papers).zip(sheets);
        let row = Row {
            id: id.to_owned(),
            seen,
            exercises: decided.map(kept).collect(),
        };
        let place = self.journal.add(&row)?;
        for (exercise, paper) in self.exercises.iter().zip(papers) {
            if let Paper::Program(program) = paper {
                let key = Key::of(&exercise.id, &program.sha256);
                self.store.keep(key, place);
            }
        }
        Ok(row.exercises)
    }

    /// Stands for everything that was handed in.
    fn seen(&self, papers: &[Paper]) -> String {
        let mut hash = Hash::new();
        for (exercise, paper) in self.exercises.iter().zip(papers) {
            let why = match paper {
                Paper::Rejected(why) | Paper::Refused(why, _) => why,
                Paper::Starter(_) | Paper::Program(_) => "",
            };
            hash.update(format!("{} {:?} {why}\n", exercise.id, paper.sha256()));
        }
        hex(&hash.finalize())
    }

    /// The sheets of all papers: what nobody has asked for yet is decided here, and told before anybody is waited for.
    fn sheets(&self, papers: &[Paper]) -> anyhow::Result<Vec<Sheet>> {
        let ask = |(exercise, paper): (&&Exercise, &Paper)| match paper {
            Paper::Program(program) => Some(self.store.ask(Key::of(&exercise.id, &program.sha256))),
            Paper::Starter(_) | Paper::Rejected(_) | Paper::Refused(..) => None,
        };
        let asked: Vec<Option<Asked>> = self.exercises.iter().zip(papers).map(ask).collect();
        let mut mine: BTreeMap<&str, Vec<(Entry<'_>, &Ticket)>> = BTreeMap::new();
        for ((exercise, paper), asked) in self.exercises.iter().zip(papers).zip(&asked) {
            if let (Paper::Program(program), Some(Asked::First(ticket))) = (paper, asked) {
                let lesson = mine.entry(&exercise.id.lesson).or_default();
                lesson.push(((exercise, program), ticket));
            }
        }
        for lesson in mine.into_values() {
            self.decide(&lesson);
        }
        let mut kept = self.kept(&asked)?;
        let sheet = |(at, (paper, asked)): (usize, (&Paper, Option<Asked>))| match (paper, asked) {
            (Paper::Rejected(why) | Paper::Refused(why, _), _) => Ok(Sheet::rejected(why.clone())),
            (_, Some(Asked::First(ticket) | Asked::Waits(ticket))) => {
                ticket.wait().map_err(|why| anyhow!(why))
            }
            (_, Some(Asked::Kept(_))) => kept.remove(&at).context("the journal has changed"),
            (_, None) => Ok(Sheet::not_started()),
        };
        papers.iter().zip(asked).enumerate().map(sheet).collect()
    }

    /// What is in the journal, by the number of the exercise. Each row is read once: who copies copies all.
    fn kept(&self, asked: &[Option<Asked>]) -> anyhow::Result<BTreeMap<usize, Sheet>> {
        let mut rows: BTreeMap<Place, Vec<usize>> = BTreeMap::new();
        for (at, asked) in asked.iter().enumerate() {
            if let Some(Asked::Kept(place)) = asked {
                rows.entry(*place).or_default().push(at);
            }
        }
        let mut sheets = BTreeMap::new();
        for (place, wanted) in rows {
            let mut row = self.journal.read(place)?;
            for at in wanted {
                let kept = row.exercises.remove(&self.exercises[at].id.to_string());
                sheets.extend(kept.map(|kept| (at, kept.sheet)));
            }
        }
        Ok(sheets)
    }

    /// Decides programs of one lesson, and tells all who wait for them; also when it fails.
    fn decide(&self, lesson: &[(Entry<'_>, &Ticket)]) {
        let entries: Vec<Entry<'_>> = lesson.iter().map(|(entry, _)| *entry).collect();
        let decided = catch_unwind(AssertUnwindSafe(|| self.examiner.decide(&entries)))
            .unwrap_or_else(|_| Err(anyhow!("the grader itself panicked")));
        match decided {
            Ok(sheets) => lesson
                .iter()
                .zip(sheets)
                .for_each(|((_, ticket), sheet)| ticket.tell(Ok(sheet))),
            Err(error) => {
                let why = format!("{error:#}");
                lesson
                    .iter()
                    .for_each(|(_, ticket)| ticket.tell(Err(why.clone())));
            }
        }
    }
}
