//! `points.toml`, as it is written.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use jiff::Timestamp;
use serde::{Deserialize, Deserializer, de};

use super::hundredths::Hundredths;
use crate::course::{Course, Exercise};
use crate::exit::Misuse;
use crate::verdict::Claim;

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct PointsToml {
    pub(super) partial_credit: bool,
    pub(super) difficulty: Difficulty,
    pub(super) claims: BTreeMap<Claim, Hundredths>,
    pub(super) lesson: BTreeMap<String, LessonToml>,
    pub(super) exercise: BTreeMap<String, ExerciseToml>,
    pub(super) late: LateToml,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Difficulty {
    #[serde(rename = "1")]
    one: Hundredths,
    #[serde(rename = "2")]
    two: Hundredths,
    #[serde(rename = "3")]
    three: Hundredths,
}

#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct LessonToml {
    points: Option<Hundredths>,
    #[serde(deserialize_with = "moment")]
    pub(super) deadline: Option<Timestamp>,
    pub(super) late: Option<LateToml>,
}

#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct ExerciseToml {
    points: Option<Hundredths>,
    claims: BTreeMap<Claim, Hundredths>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct LateToml {
    pub(super) percent: Hundredths,
    pub(super) per: Per,
    pub(super) cap: Hundredths,
    pub(super) grace_minutes: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Per {
    Hour,
    Day,
}

impl Default for PointsToml {
    fn default() -> Self {
        Self {
            partial_credit: true,
            difficulty: Difficulty::default(),
            claims: BTreeMap::new(),
            lesson: BTreeMap::new(),
            exercise: BTreeMap::new(),
            late: LateToml::default(),
        }
    }
}

impl Default for Difficulty {
    fn default() -> Self {
        Self {
            one: Hundredths::whole(1),
            two: Hundredths::whole(2),
            three: Hundredths::whole(3),
        }
    }
}

impl Default for LateToml {
    fn default() -> Self {
        Self {
            percent: Hundredths::ZERO,
            per: Per::Day,
            cap: Hundredths::whole(100),
            grace_minutes: 0,
        }
    }
}

impl PointsToml {
    /// What the exercise is worth: its own word, else its lesson's, else by difficulty.
    pub(super) fn worth(&self, exercise: &Exercise) -> Hundredths {
        let own = self.exercise.get(&exercise.id.to_string());
        let lesson = self.lesson.get(&exercise.id.lesson);
        own.and_then(|own| own.points)
            .or_else(|| lesson.and_then(|lesson| lesson.points))
            .unwrap_or(match exercise.difficulty {
                0 | 1 => self.difficulty.one,
                2 => self.difficulty.two,
                _ => self.difficulty.three,
            })
    }

    /// How much that claim weighs in that exercise: the exercise's own word, else the course's, else one.
    pub(super) fn weight(&self, exercise: &Exercise, claim: Claim) -> Hundredths {
        let own = self.exercise.get(&exercise.id.to_string());
        own.and_then(|own| own.claims.get(&claim))
            .or_else(|| self.claims.get(&claim))
            .copied()
            .unwrap_or(Hundredths::whole(1))
    }

    /// The lesson's rules for coming late, else the course's.
    pub(super) fn late(&self, lesson: &LessonToml) -> LateToml {
        lesson.late.clone().unwrap_or_else(|| self.late.clone())
    }
}

/// Reads and checks the file.
pub(super) fn read(path: &Path, course: &Course) -> anyhow::Result<PointsToml> {
    let wrong = |why: String, next: &str| {
        Misuse(format!("failed to read {}: {why}\n{next}", path.display()))
    };
    let text = fs::read_to_string(path).map_err(|error| {
        let next = "name another file with --points, or leave that out: an exercise is then worth its difficulty";
        wrong(error.to_string(), next)
    })?;
    let next = "mend the file and run the same command again; GRADING.md says what it may hold";
    Ok(parse(&text, course).map_err(|why| wrong(why, next))?)
}

/// The file's text, with every name in it held against the course.
pub(super) fn parse(text: &str, course: &Course) -> Result<PointsToml, String> {
    let file: PointsToml =
        toml::from_str(text).map_err(|error| error.to_string().trim_end().to_owned())?;
    for lesson in file.lesson.keys() {
        let all = course.lessons.iter().map(|lesson| lesson.name.clone());
        known("lesson", lesson, all)?;
    }
    for (id, own) in &file.exercise {
        known(
            "exercise",
            id,
            course.exercises().map(|one| one.id.to_string()),
        )?;
        let exercise = course.exercises().find(|one| one.id.to_string() == *id);
        check_claims(id, own, exercise)?;
    }
    let without_share = |exercise: &&Exercise| {
        let weights = exercise.claims.iter();
        let all: Hundredths = weights.map(|claim| file.weight(exercise, *claim)).sum();
        all == Hundredths::ZERO && !exercise.claims.is_empty()
    };
    if let Some(exercise) = course.exercises().find(without_share) {
        let id = &exercise.id;
        return Err(format!(
            "every claim of `{id}` weighs 0; give one of them a weight, or the exercise 0 points"
        ));
    }
    check_caps(&file)?;
    Ok(file)
}

fn check_caps(file: &PointsToml) -> Result<(), String> {
    let of_lesson = |(name, lesson): (&String, &LessonToml)| {
        let late = lesson.late.clone()?;
        Some((format!("lesson.{name}.late.cap"), late))
    };
    let mut all = file.lesson.iter().filter_map(of_lesson).collect::<Vec<_>>();
    all.push(("late.cap".to_owned(), file.late.clone()));
    match all
        .iter()
        .find(|(_, late)| late.cap > Hundredths::whole(100))
    {
        Some((key, _)) => Err(format!("`{key}` is a number of percent: at most 100")),
        None => Ok(()),
    }
}

fn check_claims(id: &str, own: &ExerciseToml, exercise: Option<&Exercise>) -> Result<(), String> {
    let made = exercise.map_or(&[][..], |exercise| &exercise.claims);
    match own.claims.keys().find(|claim| !made.contains(claim)) {
        Some(claim) => {
            let made: Vec<&str> = made.iter().map(|claim| claim.name()).collect();
            Err(format!(
                "`exercise.\"{id}\".claims.{claim}`: the exercise makes no such claim; it makes {}",
                made.join(", ")
            ))
        }
        None => Ok(()),
    }
}

fn known(kind: &str, name: &str, all: impl Iterator<Item = String>) -> Result<(), String> {
    let all: Vec<String> = all.collect();
    if all.iter().any(|one| one == name) {
        return Ok(());
    }
    let nearest = all
        .iter()
        .max_by(|a, b| strsim::jaro(a, name).total_cmp(&strsim::jaro(b, name)));
    let hint = nearest.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
    Err(format!(
        "`{kind}.\"{name}\"`: the course has no such {kind}{hint}"
    ))
}

/// A moment with its offset from UTC, as TOML writes it or as a text.
fn moment<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Timestamp>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Written {
        Toml(toml::value::Datetime),
        Text(String),
    }
    let text = match Written::deserialize(deserializer)? {
        Written::Toml(datetime) => datetime.to_string(),
        Written::Text(text) => text,
    };
    text.parse().map(Some).map_err(|_| {
        de::Error::custom(format!(
            "`{text}` is not a moment; write one with its offset: 2026-11-20T23:59:00+01:00"
        ))
    })
}
