//! Schedules by hand.

use interleave::schedule::{
    Action, End, Hold, Mode, Object, Place, Schedule, Step, Style, Thread, Waits,
};

/// 80 columns and Unicode.
pub(crate) const WIDE: Style = Style {
    width: 80,
    unicode: true,
};

/// A schedule with threads of these names; an empty name is none.
pub(crate) fn schedule(threads: &[&str], outcome: &str) -> Schedule {
    let threads = threads
        .iter()
        .map(|n| Thread {
            name: (!n.is_empty()).then(|| n.to_string()),
        })
        .collect();
    Schedule {
        threads,
        outcome: outcome.to_owned(),
        ..Schedule::default()
    }
}

pub(crate) fn place(file: &str, line: u32, text: &str) -> Place {
    Place {
        file: format!("exercises/locks/src/{file}"),
        line,
        column: 1,
        text: text.to_owned(),
    }
}

/// Builds in the order of the story.
pub(crate) trait Build {
    fn shared(&mut self, kind: &'static str, name: &str, place: Place) -> usize;
    fn step(&mut self, thread: usize, action: Action, place: &Place);
    /// A step that preempts the thread that ran before.
    fn preempting(&mut self, thread: usize, action: Action, place: &Place);
    fn stuck(&mut self, thread: usize, holds: &[(usize, &Place)], waits: Waits, place: &Place);
}

impl Build for Schedule {
    fn shared(&mut self, kind: &'static str, name: &str, place: Place) -> usize {
        let (name, label) = (Some(name.to_owned()), name.to_owned());
        self.objects.push(Object {
            kind,
            place,
            name,
            label,
        });
        self.objects.len() - 1
    }

    fn step(&mut self, thread: usize, action: Action, place: &Place) {
        let place = (place.line > 0).then(|| place.clone());
        self.steps.push(Step {
            thread,
            action,
            note: String::new(),
            place,
            preempts: None,
        });
    }

    fn preempting(&mut self, thread: usize, action: Action, place: &Place) {
        let before = self.steps.last().map(|s| s.thread);
        self.step(thread, action, place);
        self.steps.last_mut().expect("just pushed").preempts = before;
        self.preemptions += 1;
    }

    fn stuck(&mut self, thread: usize, holds: &[(usize, &Place)], waits: Waits, place: &Place) {
        let hold = |&(object, place): &(usize, &Place)| Hold {
            object,
            place: Some(place.clone()),
        };
        self.end.push(End {
            thread,
            holds: holds.iter().map(hold).collect(),
            waits: Some(waits),
            place: Some(place.clone()),
        });
    }
}

pub(crate) fn read(object: usize, value: u32) -> Action {
    Action::Read {
        object,
        value: Some(value.to_string()),
        newest: None,
        ordering: "",
    }
}

pub(crate) fn write(object: usize, old: u32, new: u32) -> Action {
    Action::Write {
        object,
        old: Some(old.to_string()),
        new: Some(new.to_string()),
        ordering: "",
    }
}

pub(crate) fn lock(object: usize) -> Action {
    Action::Lock {
        object,
        mode: Mode::Mutex,
    }
}
