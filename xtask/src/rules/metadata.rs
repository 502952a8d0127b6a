//! What `lesson.toml` says makes sense.

use super::{Broken, Rule};
use crate::course::{Course, Exercise};
use crate::run::plan;
use crate::verdict::Verdict;

pub(super) const RULE: Rule = Rule {
    name: "lesson.toml gives every exercise minutes, a difficulty, an idea and a start that exists",
    check,
};

fn check(course: &Course) -> Vec<Broken> {
    let mut broken = Vec::new();
    for (at, lesson) in course.lessons.iter().enumerate() {
        let path = lesson.dir.join("lesson.toml");
        let mut say = |what: String| broken.push(Broken::at(course, &path, what));
        if course.lessons[..at]
            .iter()
            .any(|other| other.order == lesson.order)
        {
            say(format!(
                "another lesson has the order {} too; give this one its own",
                lesson.order
            ));
        }
        for (at, exercise) in lesson.exercises.iter().enumerate() {
            if lesson.exercises[..at]
                .iter()
                .any(|other| other.id == exercise.id)
            {
                say(format!(
                    "`{}` stands there twice; remove one",
                    exercise.id.name
                ));
            }
            of_exercise(course, exercise).into_iter().for_each(&mut say);
        }
    }
    broken
}

fn of_exercise(course: &Course, exercise: &Exercise) -> Vec<String> {
    let name = &exercise.id.name;
    let mut broken = Vec::new();
    if !(1..=60).contains(&exercise.minutes) {
        broken.push(format!(
            "`{name}` takes {} minutes; make it 10 to 30",
            exercise.minutes
        ));
    }
    if !(1..=3).contains(&exercise.difficulty) {
        broken.push(format!(
            "`{name}` has the difficulty {}; it goes from 1 to 3",
            exercise.difficulty
        ));
    }
    if exercise.idea.is_empty() {
        broken.push(format!(
            "`{name}` has no idea; say in a paragraph what it was about"
        ));
    }
    let tests = plan::of(course, exercise).unwrap_or_default();
    for (key, hint) in &exercise.start {
        let test = format!("{name}::{key}");
        if Verdict::named(key).is_none() && !tests.iter().any(|known| known.name == test) {
            broken.push(format!(
                "`{name}` starts at `{key}`, which is neither a verdict nor one of its tests"
            ));
        }
        if !(1..=3).contains(hint) {
            broken.push(format!(
                "`{name}` starts `{key}` with hint {hint}; there are hints 1 to 3"
            ));
        }
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::super::testing::{holds_unless, lesson};

    const PATH: &str = "exercises/locks/lesson.toml";

    #[test]
    fn a_start_names_a_verdict_or_a_test() {
        holds_unless(
            super::RULE,
            &[(PATH, &lesson("race = 1", "rase = 1"))],
            "neither a verdict nor",
        );
        assert_eq!(
            super::super::testing::broken(
                super::RULE,
                &[(PATH, &lesson("race = 1", "it_counts = 1"))]
            ),
            []
        );
    }

    #[test]
    fn numbers_stay_in_their_range() {
        holds_unless(
            super::RULE,
            &[(PATH, &lesson("difficulty = 1", "difficulty = 4"))],
            "from 1 to 3",
        );
        holds_unless(
            super::RULE,
            &[(PATH, &lesson("race = 1", "race = 4"))],
            "hints 1 to 3",
        );
        holds_unless(
            super::RULE,
            &[(PATH, &lesson("minutes = 10", "minutes = 90"))],
            "90 minutes",
        );
    }
}
