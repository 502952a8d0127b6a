//! From the engine's state to the [`Schedule`] that a learner reads.

mod action;
mod ends;

use crate::object::{Object, ObjectKind};
use crate::runtime::{Abort, Rt};
use crate::schedule::{self, Place, Schedule, Thread, names, source};
use std::panic::Location;

impl Rt {
    /// The recorded execution as data; the caller adds the outcome and how it was found.
    pub(crate) fn schedule(&self) -> Schedule {
        let mut objects: Vec<schedule::Object> = self.objects.iter().map(named).collect();
        names::label_all(&mut objects);
        Schedule {
            threads: self
                .tasks
                .iter()
                .map(|t| Thread {
                    name: t.name.clone(),
                })
                .collect(),
            objects,
            steps: self.trace.clone().unwrap_or_default(),
            end: match self.abort {
                Some(Abort::Deadlock | Abort::Livelock) => self.unfinished(),
                _ => Vec::new(),
            },
            outcome: String::new(),
            preemptions: self
                .trace
                .iter()
                .flatten()
                .filter(|s| s.preempts.is_some())
                .count() as u32,
            executions: 0,
            cut: self.abort == Some(Abort::Livelock),
            notes: self
                .lost
                .iter()
                .map(|(t, message)| self.lost_panic(*t, message))
                .collect(),
        }
    }

    /// The panic of a thread that nobody has joined, so that the outcome says nothing about it.
    fn lost_panic(&self, thread: usize, message: &str) -> String {
        let name = self.tasks[thread]
            .name
            .clone()
            .unwrap_or_else(|| format!("t{thread}"));
        format!("{name} panicked: {message}")
    }
}

/// The learner's line, or `None` when the code there is the library's.
pub(crate) fn place(loc: &Location<'_>) -> Option<Place> {
    (!source::is_foreign(loc.file())).then(|| source::place(loc.file(), loc.line(), loc.column()))
}

fn named(object: &Object) -> schedule::Object {
    let kind = kind(object.kind);
    let place = source::place(object.loc.file(), object.loc.line(), object.loc.column());
    let foreign = source::is_foreign(&place.file);
    let name = if foreign {
        None
    } else {
        names::name(kind, &place)
    };
    let kind = names::type_at(&place).unwrap_or(kind);
    schedule::Object {
        kind,
        place,
        name,
        label: String::new(),
    }
}

/// The type as learners call it.
fn kind(kind: ObjectKind) -> &'static str {
    match kind {
        ObjectKind::Atomic => "atomic",
        ObjectKind::Cell => "UnsafeCell",
        ObjectKind::Mutex => "Mutex",
        ObjectKind::RwLock => "RwLock",
        ObjectKind::Condvar => "Condvar",
        ObjectKind::Channel => "channel",
        ObjectKind::Once => "once",
        ObjectKind::Barrier => "Barrier",
        ObjectKind::Rendezvous => "Rendezvous",
        ObjectKind::Gauge => "Gauge",
    }
}
