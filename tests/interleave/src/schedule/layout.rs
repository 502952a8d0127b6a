//! Which threads get a column, how wide each is, and where the source lines go.

use super::rows::Row;
use super::width::width;
use super::{Place, Schedule, Style};

/// A narrower column breaks every word.
const NARROWEST: usize = 10;
/// A narrower column breaks most texts: before that, the source gives way.
const COMFORTABLE: usize = 14;
/// Less of a source line says too little.
const SHORTEST_SOURCE: usize = 24;
/// ` preempted ` with a dash on either side.
const MARK: usize = 13;

/// Where the source lines go.
#[derive(Clone, Copy)]
pub(super) enum Source {
    /// At the right, this wide.
    Beside(usize),
    /// Only the line's number at the right, this wide; the lines are listed below the table.
    Below(usize),
}

/// How a table is laid out.
pub(super) struct Layout {
    /// Threads that have a column.
    pub(super) threads: Vec<usize>,
    /// Their widths.
    pub(super) widths: Vec<usize>,
    /// The width of the steps' numbers.
    pub(super) number: usize,
    /// What stands between two columns.
    pub(super) gap: String,
    pub(super) source: Source,
    /// Whether all source lines are of one file, so that a line's number says enough.
    pub(super) one_file: bool,
}

/// What the parts would take if there were room for everything.
struct Wanted {
    columns: Vec<usize>,
    /// A source line with its number.
    source: usize,
    /// Its number alone.
    label: usize,
}

impl Layout {
    /// The best layout for the width: whole source lines beside the columns, else their beginnings, else a list below.
    /// `None`: the threads do not fit side by side.
    pub(super) fn fit(schedule: &Schedule, rows: &[Row], style: Style) -> Option<Layout> {
        let threads = columns(schedule, rows);
        let first = places(rows).next().map(|p| &p.file);
        // A number alone says enough where the file is named once, above the lines.
        let one_file = places(rows).all(|p| Some(&p.file) == first)
            && places(rows).any(|p| !p.text.is_empty());
        let number = widest(rows.iter().map(|r| r.number.len())).max(1);
        let wanted = Wanted {
            columns: threads
                .iter()
                .map(|&t| natural(schedule, rows, t, threads.len() == 1))
                .collect(),
            source: widest(places(rows).map(|p| width(&source(p, one_file)))),
            label: widest(places(rows).map(|p| width(&line(p, one_file)))),
        };
        [format!(" {} ", style.bar()), style.bar().to_owned()]
            .into_iter()
            .find_map(|gap| {
                let room = style
                    .width
                    .checked_sub(number + 2 + width(&gap) * threads.len())?;
                let (widths, source) = wanted.fit(room)?;
                Some(Layout {
                    threads: threads.clone(),
                    widths,
                    number,
                    gap,
                    source,
                    one_file,
                })
            })
    }
}

impl Wanted {
    fn fit(&self, room: usize) -> Option<(Vec<usize>, Source)> {
        let beside = |source: usize| {
            let widths = share(&self.columns, room.checked_sub(source)?, COMFORTABLE)?;
            // What the columns do not need is the source's.
            let left = room - widths.iter().sum::<usize>();
            Some((widths, Source::Beside(left.min(self.source))))
        };
        let below = || {
            let widths = share(&self.columns, room.checked_sub(self.label)?, NARROWEST)?;
            Some((widths, Source::Below(self.label)))
        };
        beside(self.source)
            .or_else(|| beside(self.label + 1 + SHORTEST_SOURCE))
            .or_else(below)
    }
}

/// The widest columns give way until all fit in `room`. `None` when one would have to be narrower than `narrowest`.
fn share(wanted: &[usize], room: usize, narrowest: usize) -> Option<Vec<usize>> {
    let mut widths = wanted.to_vec();
    while widths.iter().sum::<usize>() > room {
        let widest = widths.iter_mut().max_by_key(|w| **w)?;
        if *widest <= narrowest {
            return None;
        }
        *widest -= 1;
    }
    Some(widths)
}

/// The width that a thread's texts take on one line each. A printed line can go over other columns, where there are any.
fn natural(schedule: &Schedule, rows: &[Row], thread: usize, alone: bool) -> usize {
    let texts = rows
        .iter()
        .filter(|r| r.thread == thread && (alone || !r.across))
        .map(|r| width(&r.text));
    let mark = rows
        .iter()
        .any(|r| r.preempts == Some(thread))
        .then_some(MARK);
    widest(texts.chain(mark).chain([width(&schedule.thread(thread))]))
}

/// The threads that need a column. The body mostly starts the others and looks at what they did: as long as nothing else
/// of it happens in between, it goes without.
fn columns(schedule: &Schedule, rows: &[Row]) -> Vec<usize> {
    let all: Vec<usize> = (0..schedule.threads.len())
        .filter(|&t| rows.iter().any(|r| r.thread == t))
        .collect();
    let others = |r: &Row| r.thread != 0;
    let (Some(first), Some(last)) = (rows.iter().position(others), rows.iter().rposition(others))
    else {
        return all;
    };
    let preemption = |r: &Row| r.preempts == Some(0) || (r.thread == 0 && r.preempts.is_some());
    let around =
        !rows.iter().any(preemption) && rows[first..=last].iter().all(|r| others(r) || r.frames);
    all.into_iter().filter(|&t| t != 0 || !around).collect()
}

/// A source line with its number: `18 let seen = …`.
pub(super) fn source(place: &Place, one_file: bool) -> String {
    format!("{} {}", line(place, one_file), place.code())
}

/// A line's number, with its file where that is not clear.
pub(super) fn line(place: &Place, one_file: bool) -> String {
    if one_file {
        format!("{:>3}", place.line)
    } else {
        place.short()
    }
}

fn places<'a>(rows: &'a [Row<'a>]) -> impl Iterator<Item = &'a Place> {
    rows.iter().filter_map(|r| r.place)
}

fn widest(widths: impl IntoIterator<Item = usize>) -> usize {
    widths.into_iter().max().unwrap_or(0)
}
