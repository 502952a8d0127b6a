//! The rows of the table: steps numbered, noise folded.

use super::width::printable;
use super::{Action, Place, Schedule, Step, Style};

/// Rows shown of an execution that was stopped at the step limit: it repeats itself anyway.
const SHOWN_OF_A_LIVELOCK: usize = 20;
/// Rows after which an execution may repeat itself.
const LONGEST_CYCLE: usize = 10;
/// Rows shown of any other execution.
const SHOWN: usize = 200;

/// What one line of the table is about.
pub(super) struct Row<'a> {
    /// `3`, `1-2`, or empty for what is not a step.
    pub(super) number: String,
    /// Who.
    pub(super) thread: usize,
    /// What.
    pub(super) text: String,
    /// Where.
    pub(super) place: Option<&'a Place>,
    /// Who was preempted by it.
    pub(super) preempts: Option<usize>,
    /// Threads are started or joined: the frame of the story.
    pub(super) frames: bool,
    /// Something goes out of scope or is dropped.
    pub(super) drops: bool,
    /// Output and messages may go over all columns rather than into many lines of one.
    pub(super) across: bool,
}

/// All rows that are shown.
pub(super) struct Rows<'a> {
    pub(super) rows: Vec<Row<'a>>,
    /// How many steps before them are left out.
    pub(super) left_out: usize,
    /// How many of the last rows happen again and again, and how often.
    pub(super) cycle: Option<(usize, usize)>,
}

impl Schedule {
    pub(super) fn rows(&self, style: Style) -> Rows<'_> {
        let mut runs = Vec::new();
        let mut rest = &self.steps[..];
        while !rest.is_empty() {
            let (run, later) = rest.split_at(run(rest));
            runs.push(run);
            rest = later;
        }
        let cycle = if self.cut { cycle(&runs) } else { None };
        if let Some((length, times)) = cycle {
            runs.truncate(runs.len() - length * (times - 1));
        }
        let limit = if self.cut { SHOWN_OF_A_LIVELOCK } else { SHOWN };
        let shown = runs.split_off(runs.len().saturating_sub(limit));
        let left_out = runs.iter().map(|run| count(run)).sum();
        let mut number = left_out;
        let rows = shown
            .into_iter()
            .map(|run| self.row(run, &mut number, style))
            .collect();
        Rows {
            rows,
            left_out,
            cycle,
        }
    }

    fn row<'a>(&self, run: &'a [Step], number: &mut usize, style: Style) -> Row<'a> {
        let first = *number + 1;
        *number += count(run);
        let step = &run[0];
        Row {
            number: match count(run) {
                0 => String::new(),
                1 => first.to_string(),
                _ => format!("{first}-{number}"),
            },
            thread: step.thread,
            text: printable(&self.run_words(run, style)),
            place: step.place.as_ref(),
            preempts: step.preempts,
            drops: step.place.is_none() && step.action.drops(),
            across: matches!(step.action, Action::Remark(_) | Action::Panic(_)),
            frames: matches!(step.action, Action::Spawn { .. } | Action::Join { .. }),
        }
    }

    fn run_words(&self, run: &[Step], style: Style) -> String {
        let words = format!("{}{}", self.words(&run[0].action, style), run[0].note);
        match &run[0].action {
            Action::Spawn { .. } => format!("spawn {}", self.list(&targets(run))),
            Action::Join { .. } => format!("join {}", self.list(&targets(run))),
            _ if run.len() == 1 => words,
            Action::Lock { .. } => format!("{words}, unlock"),
            _ => format!("{words} {}{}", style.times(), run.len()),
        }
    }
}

/// How many steps from the first one on make one row.
fn run(steps: &[Step]) -> usize {
    let first = &steps[0];
    let fits = |s: &Step| s.thread == first.thread && s.preempts.is_none();
    let more = |same: &dyn Fn(&Step) -> bool| {
        1 + steps[1..].iter().take_while(|s| fits(s) && same(s)).count()
    };
    match &first.action {
        Action::Spawn { .. } => {
            more(&|s| matches!(s.action, Action::Spawn { .. }) && same_line(s, first))
        }
        Action::Join { .. } => {
            more(&|s| matches!(s.action, Action::Join { .. }) && same_line(s, first))
        }
        Action::Lock { object, .. } => match steps.get(1) {
            // A critical section in which nothing else happens.
            Some(s)
                if fits(s)
                    && s.action == (Action::Unlock { object: *object })
                    && ends_quietly(s, first) =>
            {
                2
            }
            _ => 1,
        },
        _ if first.is_remark() => 1,
        action => more(&|s| s.action == *action && s.note == first.note && same_line(s, first)),
    }
}

/// The shortest cycle at the end that happens at least three times: its length in runs, and how often it happens.
fn cycle(runs: &[&[Step]]) -> Option<(usize, usize)> {
    let same = |a: &[Step], b: &[Step]| {
        let alike = |(a, b): (&Step, &Step)| {
            a.thread == b.thread && a.action == b.action && same_line(a, b)
        };
        a.len() == b.len() && a.iter().zip(b).all(alike)
    };
    (1..=LONGEST_CYCLE).find_map(|length| {
        let repeated = (length..runs.len())
            .rev()
            .take_while(|&i| same(runs[i], runs[i - length]))
            .count();
        let times = 1 + repeated / length;
        (times >= 3).then_some((length, times))
    })
}

fn count(run: &[Step]) -> usize {
    run.iter().filter(|s| !s.is_remark()).count()
}

fn same_line(a: &Step, b: &Step) -> bool {
    let line = |s: &Step| s.place.as_ref().map(|p| (p.file.clone(), p.line));
    line(a) == line(b)
}

/// Released by the end of a scope or of the statement, not by a `drop` of its own.
fn ends_quietly(unlock: &Step, lock: &Step) -> bool {
    unlock.place.is_none() || same_line(unlock, lock)
}

fn targets(run: &[Step]) -> Vec<usize> {
    let target = |s: &Step| match s.action {
        Action::Spawn { thread } | Action::Join { thread } => Some(thread),
        _ => None,
    };
    run.iter().filter_map(target).collect()
}
