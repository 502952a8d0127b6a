//! Many programs in one go: those of one lesson are built together where that cannot be seen in any verdict.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;

use super::judge::{self, Often};
use super::{Decision, Judge, Source, Stage};
use crate::batch;
use crate::batch::groups::{self, Crew};
use crate::build::artifacts::Artifacts;
use crate::build::workshop::Workshop;
use crate::build::{Member, together};
use crate::course::{Exercise, Id};
use crate::run::plan;
use crate::{program, refuse};

/// One program to decide.
#[derive(Debug)]
pub(crate) struct Case<'a> {
    pub(crate) exercise: &'a Exercise,
    pub(crate) source: Source,
    /// What is known from before; then nothing is done.
    pub(crate) known: Option<Decision>,
}

/// Tests of several exercises in one binary.
struct Common {
    workshop: Workshop,
    artifacts: Artifacts,
    /// The cases that are in it.
    inside: BTreeSet<usize>,
    /// What the build took, for each of them.
    seconds: f64,
}

/// Tests of one exercise that run at once: some wait for real threads, and then another has the core.
const AT_ONCE: usize = 2;

impl Judge<'_> {
    /// Decides the case of every item, each so often. `done` is called on this thread for each item in order.
    pub(crate) fn decide_many<'c, T: Sync>(
        &self,
        items: &[T],
        case: impl Fn(&T) -> &Case<'c> + Sync,
        times: u32,
        say: &(dyn Fn(&Exercise, Stage) + Sync),
        done: impl FnMut(&T, anyhow::Result<Vec<Decision>>),
    ) {
        let cases: Vec<&Case<'c>> = items.iter().map(&case).collect();
        let groups = groups(&cases);
        let mut group_of = vec![None; items.len()];
        for (group, members) in groups.iter().enumerate() {
            members.iter().for_each(|at| group_of[*at] = Some(group));
        }
        let numbered: Vec<(usize, &T)> = items.iter().enumerate().collect();
        let jobs = batch::jobs();
        let crew = Crew {
            all: jobs + jobs.div_ceil(2),
            preparing: jobs,
        };
        let often = Often {
            times,
            jobs: AT_ONCE,
        };
        let prepare = |group: usize| self.build_common(&cases, &groups[group], say);
        let work = |(at, item): &(usize, &T), common: Option<&Option<Common>>| {
            let case = case(item);
            match (&case.known, common.and_then(Option::as_ref)) {
                (Some(known), _) => Ok(vec![known.clone()]),
                (None, Some(common)) if common.inside.contains(at) => {
                    self.run_in(common, case.exercise, often)
                }
                (None, _) => {
                    let on_stage = |stage| say(case.exercise, stage);
                    self.decide_often(case.exercise, &case.source, often, &on_stage)
                }
            }
        };
        let mut done = done;
        groups::each(
            &numbered,
            &group_of,
            crew,
            prepare,
            work,
            |(_, item), decided| done(item, decided),
        );
    }

    /// None when they must be built one by one; whatever is the matter is told then.
    fn build_common(
        &self,
        cases: &[&Case<'_>],
        group: &[usize],
        say: &(dyn Fn(&Exercise, Stage) + Sync),
    ) -> Option<Common> {
        let (at, members): (Vec<usize>, Vec<Member<'_>>) = group
            .iter()
            .filter_map(|at| Some((*at, self.member(cases[*at])?)))
            .unzip();
        let first = cases[*at.first()?];
        let lesson = &first.exercise.id.lesson;
        let artifacts = self
            .artifacts(lesson, &|stage| say(first.exercise, stage))
            .ok()?;
        let started = Instant::now();
        let workshop = Workshop::together(&self.kept, lesson, &first.source).ok()?;
        let inside = self.builder(&artifacts).build_together(&members, &workshop);
        let chosen = at.into_iter().zip(inside.ok()?);
        let inside: BTreeSet<usize> = chosen
            .filter(|(_, inside)| *inside)
            .map(|(at, _)| at)
            .collect();
        let seconds = started.elapsed().as_secs_f64() / inside.len().max(1) as f64;
        Some(Common {
            workshop,
            artifacts,
            inside,
            seconds,
        })
    }

    /// The program, if it may stand beside others.
    fn member<'c>(&self, case: &Case<'c>) -> Option<Member<'c>> {
        let file = std::path::absolute(case.source.file(self.course, case.exercise)).ok()?;
        let text = program::read(&file).ok()?.ok()?;
        let fits = refuse::find(&text).is_none() && together::keeps_to_itself(&text);
        fits.then_some(Member {
            exercise: case.exercise,
            file,
        })
    }

    fn run_in(
        &self,
        common: &Common,
        exercise: &Exercise,
        often: Often,
    ) -> anyhow::Result<Vec<Decision>> {
        let tests = plan::of(self.course, exercise)?;
        let started = Instant::now();
        let (binary, version) = (common.workshop.binary(), &common.artifacts.version);
        let run = self.tests(exercise, binary, version, often.jobs);
        let mut decisions = judge::decided(&run, &tests, often.times, &|_| {})?;
        let seconds = common.seconds + started.elapsed().as_secs_f64();
        self.stamp(&mut decisions, seconds);
        Ok(decisions)
    }
}

/// Which cases are built together: the exercises of one lesson. Of many files for one exercise the first of each stand
/// together, the second of each, and so on.
fn groups(cases: &[&Case<'_>]) -> Vec<Vec<usize>> {
    let mut files: BTreeMap<&Id, usize> = BTreeMap::new();
    let mut groups: BTreeMap<(&str, Stand), Vec<usize>> = BTreeMap::new();
    for (at, case) in cases.iter().enumerate() {
        let stand = match case.source {
            Source::Learner => Stand::Learner,
            Source::Solution => Stand::Solution,
            Source::File(_) => {
                let before = files.entry(&case.exercise.id).or_default();
                *before += 1;
                Stand::File(*before)
            }
        };
        if case.known.is_none() {
            let key = (case.exercise.id.lesson.as_str(), stand);
            groups.entry(key).or_default().push(at);
        }
    }
    groups
        .into_values()
        .filter(|group| group.len() > 1)
        .collect()
}

/// Where a program comes from.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Stand {
    Learner,
    Solution,
    /// With how many files of its exercise up to it.
    File(usize),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{course, decision};
    use crate::verdict::Verdict;

    #[test]
    fn the_exercises_of_a_lesson_are_built_together() {
        let course = course();
        let exercises: Vec<&Exercise> = course.exercises().collect();
        let case = |at: usize, source: Source, known: bool| Case {
            exercise: exercises[at],
            source,
            known: known.then(|| decision(Verdict::Solved, vec![])),
        };
        let cases = [
            case(0, Source::Learner, false),
            case(1, Source::Learner, false),
            case(2, Source::Learner, false),
            case(3, Source::Learner, true),
        ];
        let cases: Vec<&Case<'_>> = cases.iter().collect();
        assert_eq!(groups(&cases), [vec![0, 1]]);
    }

    #[test]
    fn of_many_files_for_one_exercise_no_two_are_built_together() {
        let course = course();
        let exercises: Vec<&Exercise> = course.exercises().collect();
        let cases = [0, 0, 1, 0, 1].map(|at| Case {
            exercise: exercises[at],
            source: Source::File("x.rs".into()),
            known: None,
        });
        let cases: Vec<&Case<'_>> = cases.iter().collect();
        assert_eq!(groups(&cases), [vec![0, 2], vec![1, 4]]);
    }
}
