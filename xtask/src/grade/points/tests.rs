//! Points, shares and penalties, by example.

use super::*;
use crate::grade::record::OtherMark;
use crate::testing::course;

fn points(text: &str) -> Points {
    Points {
        file: file::parse(text, &two_claims()).unwrap(),
    }
}

fn refused(text: &str) -> String {
    file::parse(text, &two_claims()).unwrap_err()
}

/// `locks/counter` makes three claims and has difficulty 2.
fn two_claims() -> Course {
    let mut course = course();
    let counter = &mut course.lessons[0].exercises[0];
    counter.difficulty = 2;
    counter.claims = vec![Claim::Value, Claim::EveryInterleaving, Claim::NothingLeft];
    course
}

fn score(points: &Points, verdict: Verdict, holding: &[Claim]) -> (f64, f64) {
    let course = two_claims();
    let counter = &course.lessons[0].exercises[0];
    let claims = counter.claims.iter().map(|c| (*c, holding.contains(c)));
    points.score(counter, Mark::Decided(verdict), &claims.collect())
}

fn graded(points: f64, max_points: f64) -> Graded {
    Graded {
        verdict: Mark::Decided(Verdict::Race),
        points,
        max_points,
        claims: BTreeMap::new(),
        findings: vec![],
        diagnostics: None,
        sha256: None,
    }
}

fn handed_in(text: &str, when: &str) -> Total {
    let exercises = BTreeMap::from([
        ("locks/counter".to_owned(), graded(1.5, 2.0)),
        ("threads/greeter".to_owned(), graded(1.0, 1.0)),
    ]);
    points(text).total(&exercises, Some(when.parse().unwrap()))
}

#[test]
fn without_a_file_an_exercise_is_worth_its_difficulty() {
    let points = Points::load(None, &two_claims()).unwrap();
    assert_eq!(score(&points, Verdict::Solved, &[]), (2.0, 2.0));
    assert_eq!(score(&points, Verdict::NotStarted, &Claim::ALL), (0.0, 2.0));
    assert_eq!(
        score(&points, Verdict::DoesNotCompile, &Claim::ALL),
        (0.0, 2.0)
    );
}

#[test]
fn an_exercise_overrides_its_lesson_and_a_lesson_the_difficulty() {
    let text = "difficulty.2 = 7\n";
    assert_eq!(score(&points(text), Verdict::Solved, &[]).1, 7.0);
    let text = "difficulty.2 = 7\nlesson.locks.points = 2.5\n";
    assert_eq!(score(&points(text), Verdict::Solved, &[]).1, 2.5);
    let text = "lesson.locks.points = 2.5\nexercise.'locks/counter'.points = 4\n";
    assert_eq!(score(&points(text), Verdict::Solved, &[]).1, 4.0);
}

#[test]
fn the_claims_that_hold_earn_their_shares() {
    let equal = points("");
    assert_eq!(score(&equal, Verdict::Race, &[Claim::Value]).0, 0.67);
    let weighted = points("claims.nothing_left = 0\nexercise.'locks/counter'.claims.value = 3\n");
    assert_eq!(score(&weighted, Verdict::Race, &[Claim::Value]).0, 1.5);
    let none = points("partial_credit = false");
    assert_eq!(score(&none, Verdict::Race, &[Claim::Value]).0, 0.0);
}

#[test]
fn what_an_empty_program_keeps_earns_nothing_by_itself() {
    let equal = points("");
    let held = [Claim::NothingLeft];
    assert_eq!(score(&equal, Verdict::WrongResult, &held).0, 0.0);
    let held = [Claim::NothingLeft, Claim::Value];
    assert_eq!(score(&equal, Verdict::Race, &held).0, 1.33);
}

#[test]
fn tampering_earns_nothing_whatever_seems_to_hold() {
    let course = two_claims();
    let counter = &course.lessons[0].exercises[0];
    let claims = counter.claims.iter().map(|c| (*c, true)).collect();
    let mark = Mark::Other(OtherMark::Tampered);
    assert_eq!(points("").score(counter, mark, &claims), (0.0, 2.0));
}

const DEADLINE: &str = "
    late = { percent = 10, per = 'day', cap = 25, grace_minutes = 15 }
    lesson.locks.deadline = 2026-11-20T23:59:00+01:00
";

#[test]
fn each_begun_day_takes_its_percent_of_the_lessons_points() {
    let total = handed_in(DEADLINE, "2026-11-21T23:00:00Z");
    assert_eq!((total.points, total.max_points), (2.2, 3.0));
    let penalty = total.penalty.unwrap();
    assert_eq!(penalty.points, 0.3);
    assert_eq!(penalty.why, "locks 2 days late, 10 % a day: 20 %");
}

#[test]
fn a_penalty_stops_at_its_cap() {
    let penalty = handed_in(DEADLINE, "2027-11-21T00:00:00Z").penalty.unwrap();
    assert_eq!(penalty.points, 0.38);
    assert_eq!(
        penalty.why,
        "locks 366 days late, 10 % a day: 25 %, the most"
    );
}

#[test]
fn within_the_grace_nothing_is_late() {
    let total = handed_in(DEADLINE, "2026-11-21T00:14:00+01:00");
    assert_eq!((total.points, total.penalty), (2.5, None));
    let total = handed_in(DEADLINE, "2026-11-21T00:14:01+01:00");
    assert_eq!(total.penalty.unwrap().points, 0.15);
}

#[test]
fn a_lesson_may_have_its_own_rules_for_coming_late() {
    let text = format!("{DEADLINE}\nlesson.locks.late = {{ percent = 0.5, per = 'hour' }}");
    let penalty = handed_in(&text, "2026-11-21T01:00:00+01:00").penalty;
    assert_eq!(
        penalty.unwrap().why,
        "locks 2 hours late, 0.5 % an hour: 1 %"
    );
}

#[test]
fn a_submission_without_a_time_is_in_time() {
    let exercises = BTreeMap::from([("locks/counter".to_owned(), graded(2.0, 2.0))]);
    let total = points(DEADLINE).total(&exercises, None);
    assert_eq!((total.points, total.penalty), (2.0, None));
}

#[test]
fn a_mistake_in_the_file_is_named_with_its_key() {
    for (text, said) in [
        ("lesson.locks.dedline = 1", "unknown field `dedline`"),
        (
            "lesson.lock.points = 1",
            "no such lesson; did you mean `locks`?",
        ),
        (
            "exercise.'locks/countr' = {}",
            "did you mean `locks/counter`?",
        ),
        ("exercise.'locks/counter'.claims.cost = 1", "no such claim"),
        ("claims.speed = 1", "unknown variant `speed`"),
        ("difficulty.4 = 1", "unknown field `4`"),
        (
            "difficulty.2 = -1",
            "integer `-1`, expected a number from 0",
        ),
        ("difficulty.2 = 0.125", "at most two decimals"),
        ("difficulty.2 = inf", "expected a number from 0"),
        ("lesson.locks.deadline = 2026-11-20T23:59:00", "its offset"),
        ("late.cap = 120", "`late.cap` is a number of percent"),
        (
            "lesson.locks.late.cap = 120",
            "`lesson.locks.late.cap` is a number of percent",
        ),
        ("claims.every_interleaving = 0", "weighs 0"),
    ] {
        let why = refused(text);
        assert!(why.contains(said), "{text}: {why}");
    }
}

#[test]
fn a_wrong_file_is_a_wrong_command_line_and_names_its_path() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("points.toml");
    std::fs::write(&path, "pints = 1").unwrap();
    let error = Points::load(Some(&path), &two_claims()).unwrap_err();
    assert!(error.is::<crate::exit::Misuse>());
    assert!(error.to_string().contains("points.toml"), "{error}");
    assert!(error.to_string().contains("pints"), "{error}");
}

#[test]
fn a_file_that_is_not_there_is_a_wrong_command_line() {
    let error = Points::load(Some(Path::new("none.toml")), &two_claims()).unwrap_err();
    assert!(error.is::<crate::exit::Misuse>());
    let said = error.to_string();
    assert!(
        said.contains("none.toml") && said.contains("--points"),
        "{said}"
    );
}

#[test]
fn the_guides_example_fits_the_course() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let guide = std::fs::read_to_string(root.join("GRADING.md")).unwrap();
    let example = guide
        .split("```toml\n# Points by difficulty")
        .nth(1)
        .unwrap();
    let example = example.split("```").next().unwrap();
    let file = file::parse(&format!("#{example}"), &Course::load(&root).unwrap());
    assert_eq!(file.map(|file| file.exercise.len()), Ok(1));
}
