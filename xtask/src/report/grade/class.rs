//! What the pages and tables about the whole class keep of each submission: little, so that thousands fit.

use std::collections::BTreeMap;

use crate::course::Course;
use crate::grade::record::{Grade, Graded, Mark, Student};
use crate::report::grade::mark::{self, Kind};
use crate::report::grade::text::number;

/// Said first by every report of a run without a sandbox.
pub(crate) const UNSANDBOXED: &str =
    "Graded without a sandbox: the submissions ran with all the rights of whoever graded them.";

/// All submissions so far.
#[derive(Debug, Clone, Default)]
pub(crate) struct Class {
    /// Sorted by id, as they come.
    pub(crate) rows: Vec<Row>,
    /// Exercise → verdict → how many submissions.
    pub(crate) matrix: BTreeMap<String, BTreeMap<Mark, usize>>,
    /// Whether any of them was decided without a sandbox.
    pub(crate) unsandboxed: bool,
}

/// One submission.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    /// Its id.
    pub(crate) id: String,
    /// The name of its page and of its Gradescope file, without what follows the dot.
    pub(crate) file: String,
    /// Who handed it in.
    pub(crate) student: Student,
    /// After penalties.
    pub(crate) points: f64,
    /// The most that could be had.
    pub(crate) max_points: f64,
    /// What was taken off for coming late.
    pub(crate) penalty: f64,
    /// Lesson → how many of its exercises are solved.
    pub(crate) lessons: BTreeMap<String, usize>,
    /// What a person should look at: `locks/counter: tampered`, and an id that is not its own.
    pub(crate) grave: Vec<String>,
    /// A few sentences of our own words, for Moodle's feedback.
    pub(crate) comment: String,
}

impl Class {
    /// Takes what is needed of it; `file` is the name of its page.
    pub(crate) fn add(&mut self, grade: &Grade, file: String, course: &Course) {
        self.unsandboxed |= grade.unsandboxed;
        for (id, graded) in &grade.exercises {
            let counts = self.matrix.entry(id.clone()).or_default();
            *counts.entry(graded.verdict).or_default() += 1;
        }
        self.rows.push(Row::of(grade, file, course));
    }

    /// When all are there: an import cannot tell apart who gives one address, number or login, and would give the one's
    /// grade to the other. So a person should look at them.
    pub(crate) fn compare_students(&mut self) {
        let mut counts: BTreeMap<(&str, String), usize> = BTreeMap::new();
        for key in self.rows.iter().flat_map(|row| keys(&row.student)) {
            *counts.entry(key).or_default() += 1;
        }
        for row in &mut self.rows {
            let shared = keys(&row.student).filter(|key| counts[key] > 1);
            let said = shared
                .map(|(what, value)| format!("another submission gives the {what} `{value}` too"));
            let said: Vec<String> = said.collect();
            row.grave.extend(said);
        }
    }

    /// The most points that could be had.
    pub(crate) fn most(&self) -> f64 {
        self.rows
            .iter()
            .map(|row| row.max_points)
            .fold(0.0, f64::max)
    }
}

impl Row {
    fn of(grade: &Grade, file: String, course: &Course) -> Self {
        let mut lessons: BTreeMap<String, usize> = BTreeMap::new();
        for (id, graded) in &grade.exercises {
            *lessons.entry(lesson(id).to_owned()).or_default() += usize::from(is_solved(graded));
        }
        let grave = in_order(course, grade)
            .filter(|(_, graded)| mark::kind(graded.verdict) == Kind::Grave)
            .map(|(id, graded)| format!("{id}: {}", mark::name(graded.verdict)));
        let claimed = grade.claimed.iter().map(|id| ("id", id.clone()));
        let claimed = claimed
            .chain(grade.overruled.iter().flat_map(fields))
            .map(|(what, value)| format!("claims the {what} `{value}` in its submission.toml"));
        Self {
            id: grade.id.clone(),
            file,
            student: grade.student.clone().unwrap_or_default(),
            points: grade.points,
            max_points: grade.max_points,
            penalty: grade.penalty.as_ref().map_or(0.0, |penalty| penalty.points),
            lessons,
            grave: grave.chain(claimed).collect(),
            comment: comment(grade, course),
        }
    }

    /// How many exercises are solved.
    pub(crate) fn solved(&self) -> usize {
        self.lessons.values().sum()
    }

    /// Points in percent of all that could be had; 0 where there was nothing to be had.
    pub(crate) fn percent(&self) -> f64 {
        if self.max_points > 0.0 {
            100.0 * self.points / self.max_points
        } else {
            0.0
        }
    }
}

/// What a school's tool finds a student by, in lower case.
fn keys(student: &Student) -> impl Iterator<Item = (&'static str, String)> {
    fields(student)
        .filter(|(what, _)| matches!(*what, "address" | "number" | "login"))
        .map(|(what, value)| (what, value.trim().to_lowercase()))
        .filter(|(_, value)| !value.is_empty())
}

/// All that is said of a student.
fn fields(student: &Student) -> impl Iterator<Item = (&'static str, String)> {
    let mut student = student.clone();
    let said = student
        .fields()
        .map(|(what, value)| Some((what, value.take()?)));
    said.into_iter().flatten()
}

/// Everything that was begun and is not solved, in a line; no word of it comes from the submission.
fn comment(grade: &Grade, course: &Course) -> String {
    let solved = grade
        .exercises
        .values()
        .filter(|one| is_solved(one))
        .count();
    let mut said = String::new();
    if grade.unsandboxed {
        said = format!("{UNSANDBOXED} ");
    }
    said += &format!("{solved} of {} solved.", grade.exercises.len());
    for (id, graded) in in_order(course, grade) {
        if matches!(mark::kind(graded.verdict), Kind::Bad | Kind::Grave) {
            let (points, most) = (number(graded.points), number(graded.max_points));
            said += &format!(" {id}: {}, {points} of {most}.", mark::name(graded.verdict));
        }
    }
    if let Some(penalty) = &grade.penalty {
        said += &format!(" Late: {}, {} off.", penalty.why, number(penalty.points));
    }
    said
}

/// The exercises in the order of the learner's path; what the course does not know comes last.
pub(crate) fn in_order<'a>(
    course: &'a Course,
    grade: &'a Grade,
) -> impl Iterator<Item = (&'a str, &'a Graded)> {
    sorted(course, grade.exercises.keys())
        .into_iter()
        .filter_map(|id| grade.exercises.get_key_value(id))
        .map(|(id, graded)| (id.as_str(), graded))
}

/// Ids in the order of the learner's path.
pub(crate) fn sorted<'a>(course: &Course, ids: impl Iterator<Item = &'a String>) -> Vec<&'a str> {
    let places: BTreeMap<String, usize> = course
        .exercises()
        .enumerate()
        .map(|(place, exercise)| (exercise.id.to_string(), place))
        .collect();
    let mut ids: Vec<&str> = ids.map(String::as_str).collect();
    ids.sort_by_key(|id| (places.get(*id).copied().unwrap_or(usize::MAX), *id));
    ids
}

/// `locks` of `locks/counter`.
pub(crate) fn lesson(id: &str) -> &str {
    id.split_once('/').map_or(id, |(lesson, _)| lesson)
}

/// Whether every claim holds.
pub(crate) fn is_solved(graded: &Graded) -> bool {
    mark::kind(graded.verdict) == Kind::Good
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::grade::samples;
    use crate::testing::course;

    #[test]
    fn who_gives_the_address_of_another_is_looked_at_and_so_is_the_other() {
        let mut class = samples::class();
        let before: Vec<usize> = class.rows.iter().map(|row| row.grave.len()).collect();
        class.compare_students();
        let unchanged: Vec<usize> = class.rows.iter().map(|row| row.grave.len()).collect();
        assert_eq!(before, unchanged);
        let mut thief = samples::ada();
        thief.id = "thief".into();
        thief.student = Some(Student {
            email: Some(" ADA@example.org".into()),
            ..Student::default()
        });
        class.add(&thief, "thief".into(), &course());
        class.compare_students();
        let said = "another submission gives the address `ada@example.org` too";
        for id in ["ada", "thief"] {
            let row = class.rows.iter().find(|row| row.id == id).unwrap();
            assert!(row.grave.iter().any(|why| why == said), "{id}: {row:?}");
        }
    }
}
