//! What a journal holds, read as far as it can be: whoever is killed leaves half a last line, and a disk or a person can
//! damage any other.

use std::io::{self, BufRead};
use std::path::Path;

use super::{Before, Line, Row};
use crate::exit::Misuse;
use crate::grade::ground::Ground;
use crate::grade::lines::Place;
use crate::report::words::count;

/// How many lines a warning names.
const NAMED: usize = 5;

/// What a journal holds.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Of all rows, whatever exercises they were about.
    pub(super) ground: Option<Ground>,
    pub(super) rows: Vec<Place>,
    ended: bool,
    /// Somebody else has written it.
    foreign: bool,
    /// Bytes up to the end of its last whole line.
    pub(super) length: u64,
    /// The numbers of lines, from 1, that cannot be read.
    damaged: Vec<usize>,
    /// The same of rows with verdicts of which no line above says any more what they depend on.
    unfounded: Vec<usize>,
}

impl Found {
    /// Reads all whole lines. Only the last can be half written: the next one will begin in its place.
    pub(super) fn of(mut text: impl BufRead) -> io::Result<Self> {
        let (mut found, mut line) = (Self::default(), Vec::new());
        for number in 1.. {
            line.clear();
            text.read_until(b'\n', &mut line)?;
            let known = line.strip_suffix(b"\n").map(serde_json::from_slice::<Line>);
            if found.ground.is_none() && !matches!(known, Some(Ok(Line::Head { .. }))) {
                found.foreign = !may_become_a_head(&line);
                return Ok(found);
            }
            match known {
                None => break,
                Some(Ok(known)) => found.add(known, line.len() as u64, number),
                Some(Err(_)) => {
                    // It may have been a submission behind the end.
                    found.ended = false;
                    found.damaged.push(number);
                }
            }
            found.length += line.len() as u64;
        }
        Ok(found)
    }

    fn add(&mut self, line: Line, length: u64, number: usize) {
        self.ended = matches!(line, Line::End { .. });
        match line {
            Line::Head { ground } => self.ground = Some(ground),
            Line::Row(row) if self.is_founded(&row) => {
                self.rows.push(Place::new(self.length, length - 1));
            }
            Line::Row(_) => self.unfounded.push(number),
            Line::End { .. } => {}
        }
    }

    /// Whether it is known which tests its verdicts are of. A line further down does not tell: it may be of a later run,
    /// with other tests.
    fn is_founded(&self, row: &Row) -> bool {
        let known = |ground: &Ground| row.exercises.keys().all(|id| ground.tests.contains_key(id));
        self.ground.as_ref().is_some_and(known)
    }

    /// In words, which lines do not count.
    pub(super) fn lost(&self) -> Option<String> {
        let damaged = lines(&self.damaged, "is damaged", "are damaged");
        let unfounded = lines(
            &self.unfounded,
            "has verdicts of tests that no line above it names",
            "have verdicts of tests that no line above them names",
        );
        let both: Vec<String> = damaged.into_iter().chain(unfounded).collect();
        (!both.is_empty()).then(|| {
            let both = both.join(", and ");
            format!("{both}; whoever is graded nowhere else in it is graded anew")
        })
    }

    /// Whether it may be gone on with, or be replaced.
    pub(super) fn check(&self, path: &Path, now: &Ground, before: Before) -> anyhow::Result<()> {
        let path = path.display();
        if self.foreign {
            return misuse(format!(
                "{path} is no journal of this grader, or of another version of it, or its first line is damaged\nremove the file, or name another folder with --out"
            ));
        }
        let Some(ground) = self.ground.as_ref().filter(|_| !self.rows.is_empty()) else {
            return Ok(());
        };
        let graded = count(self.rows.len(), "graded submission");
        let differences = ground.differences(now).join("; ");
        let begin_anew = format!("to begin anew, remove {path} and run the same command again");
        let go_on = if ground.is_left_by_options_alone(now) {
            format!("go on with --resume {}", ground.options())
        } else {
            format!(
                "bring back the course, the compiler and the RUSTFLAGS of that run and go on with --resume {}",
                ground.options()
            )
        };
        match before {
            Before::Resume if differences.is_empty() => Ok(()),
            Before::Resume => misuse(format!(
                "{path} holds {graded} of a run under other conditions: {differences}\n{go_on}; {begin_anew}"
            )),
            Before::Refuse if self.ended => Ok(()),
            Before::Refuse if differences.is_empty() => misuse(format!(
                "{path} holds {graded} of a run that did not come to its end\ngo on with --resume; {begin_anew}"
            )),
            Before::Refuse => misuse(format!(
                "{path} holds {graded} of a run that did not come to its end, under other conditions: {differences}\n{go_on}; {begin_anew}"
            )),
        }
    }
}

/// Whether whoever was killed at writing the first line can have left this.
fn may_become_a_head(line: &[u8]) -> bool {
    const BEGIN: &[u8] = b"{\"ground\":{";
    !line.ends_with(b"\n") && (line.starts_with(BEGIN) || BEGIN.starts_with(line))
}

/// `line 3 is damaged`, `lines 3, 4 are damaged`; none for no lines.
fn lines(numbers: &[usize], is: &str, are: &str) -> Option<String> {
    let named = numbers.iter().take(NAMED).map(ToString::to_string);
    let named = named.collect::<Vec<_>>().join(", ");
    match numbers.len() {
        0 => None,
        1 => Some(format!("line {named} {is}")),
        many if many > NAMED => Some(format!("lines {named} and {} more {are}", many - NAMED)),
        _ => Some(format!("lines {named} {are}")),
    }
}

fn misuse(why: String) -> anyhow::Result<()> {
    Err(Misuse(why).into())
}
