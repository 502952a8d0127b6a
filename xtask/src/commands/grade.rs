//! `cargo xtask grade`: grades a class, puts parts of it together, shows one submission.

use std::time::Duration;

use anyhow::Context;

use crate::cli::{Grade, GradeAction};
use crate::course::Course;
use crate::exit::Exit;
use crate::grade::{self, Order};
use crate::terminal::Terminal;

/// Does what is asked for.
///
/// # Errors
/// The command line names what does not exist, or the tool or its surroundings fail.
pub(crate) fn run(course: &Course, grade: &Grade, terminal: &Terminal) -> anyhow::Result<Exit> {
    match &grade.action {
        Some(GradeAction::Merge(merge)) => grade::merge(course, &merge.out, merge.of, terminal),
        Some(GradeAction::Show(show)) => {
            grade::show::run(&show.out, &show.student, course, terminal)
        }
        None => grade::grade(course, &order(grade)?, terminal),
    }
}

fn order(grade: &Grade) -> anyhow::Result<Order> {
    Ok(Order {
        submissions: grade
            .submissions
            .clone()
            .context("no SUBMISSIONS are given")?,
        out: grade.out.clone().context("no --out is given")?,
        lessons: grade.lesson.clone(),
        jobs: grade.jobs.map(|jobs| jobs as usize),
        resume: grade.resume,
        time: Duration::from_secs(grade.timeout),
        points: grade.points.clone(),
        shard: grade.shard,
        sandbox: !grade.no_sandbox,
        account: grade.account.clone(),
    })
}
