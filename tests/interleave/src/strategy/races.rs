//! Races: pairs of steps whose order could have been the other way round, and the executions that reverse them.

use super::wakeup::Edge;
use crate::bits::has;
use crate::clock::Clock;
use crate::dependence::{Relation, dependent, interfere, relation};
use crate::label::Label;
use crate::op::{Kind, Tid};
use std::cell::OnceCell;

/// A step of an execution.
#[derive(Clone, Debug)]
pub(crate) struct Event {
    pub(crate) label: Label,
    /// Its data choices.
    pub(crate) data: Vec<u8>,
    /// Its number among the steps of its thread, from 1.
    pub(crate) number: u32,
    /// The steps that happen before it, and itself.
    pub(crate) clock: Clock,
    /// The steps of its thread before it and those without which it was impossible.
    ready: Clock,
    /// The node of the search where its thread was chosen, and the threads that could have been.
    pub(crate) node: usize,
    pub(crate) enabled: u64,
}

impl Event {
    pub(crate) fn tid(&self) -> Tid {
        self.label.tid
    }

    fn happens_before(&self, clock: &Clock) -> bool {
        self.number <= clock.at(self.tid())
    }
}

/// The steps of an execution in order.
#[derive(Default)]
pub(crate) struct History {
    events: Vec<Event>,
}

impl History {
    pub(crate) fn len(&self) -> usize {
        self.events.len()
    }

    pub(crate) fn truncate(&mut self, len: usize) {
        self.events.truncate(len);
    }

    pub(crate) fn node(&self, event: usize) -> usize {
        self.events[event].node
    }

    /// Adds a step that was chosen at `node` among the `enabled` threads; `parent` tells which step started each thread.
    pub(crate) fn push(
        &mut self,
        label: Label,
        data: Vec<u8>,
        (node, enabled): (usize, u64),
        parent: &[Option<usize>],
    ) {
        let before = self.thread_clock(label.tid, parent);
        let (ready, mut clock) = self.clocks(&label, &before, self.events.len());
        let number = before.at(label.tid) + 1;
        clock.set(label.tid, number);
        self.events.push(Event {
            label,
            data,
            number,
            clock,
            ready,
            node,
            enabled,
        });
    }

    /// What a thread knows of before its next step: its own steps, or those before the one that started it.
    fn thread_clock(&self, t: Tid, parent: &[Option<usize>]) -> Clock {
        if let Some(last) = self.events.iter().rev().find(|e| e.tid() == t) {
            return last.clock.clone();
        }
        match parent.get(t).copied().flatten() {
            Some(spawn) => self.events[spawn].clock.clone(),
            None => Clock::default(),
        }
    }

    /// For a step after the first `len`: what enables it, and all that happens before it.
    fn clocks(&self, label: &Label, before: &Clock, len: usize) -> (Clock, Clock) {
        let (mut ready, mut clock) = (before.clone(), before.clone());
        for x in self.events[..len].iter().rev() {
            if x.tid() == label.tid || x.happens_before(&clock) && x.happens_before(&ready) {
                continue;
            }
            if dependent(&x.label, label) {
                clock.join(&x.clock);
                if interfere(&x.label, label) && relation(&x.label, label) == Relation::Enables {
                    ready.join(&x.clock);
                }
            }
        }
        (ready, clock)
    }

    /// The reversals of all races of the step number `at` with earlier ones.
    pub(crate) fn races(&self, at: usize, found: &mut Vec<(usize, Reversal)>) {
        let event = &self.events[at];
        self.races_of(&event.label, &event.ready, at, found);
    }

    /// The reversals of all races of a step that was not taken.
    pub(crate) fn pending_races(
        &self,
        label: &Label,
        parent: &[Option<usize>],
        found: &mut Vec<(usize, Reversal)>,
    ) {
        let before = self.thread_clock(label.tid, parent);
        let (ready, _) = self.clocks(label, &before, self.events.len());
        self.races_of(label, &ready, self.events.len(), found);
    }

    fn races_of(&self, y: &Label, ready: &Clock, at: usize, found: &mut Vec<(usize, Reversal)>) {
        let mut covered = ready.clone();
        // Most steps need not know it.
        let freed = OnceCell::new();
        for (i, x) in self.events[..at].iter().enumerate().rev() {
            if x.tid() == y.tid || x.happens_before(&covered) || !dependent(&x.label, y) {
                continue;
            }
            let possible = self.is_possible(i, y, at);
            let freed = || freed.get_or_init(|| self.freed(y, ready, at));
            if possible != Some(true) && self.is_needed(x, y, freed) {
                continue;
            }
            // In doubt, steps before `x` race with `y` all the same.
            if possible.unwrap_or(!is_doubtful(y)) {
                covered.join(&x.clock);
            }
            found.push((i, self.reversal(i, y, ready, at)));
        }
    }

    /// Whether `y` was possible where step `i` was taken, if its thread had got that far.
    fn is_possible(&self, i: usize, y: &Label, at: usize) -> Option<bool> {
        let waits = !self.events[i..at].iter().any(|e| e.tid() == y.tid);
        waits.then(|| has(self.events[i].enabled, y.tid))
    }

    /// Whether `y` was impossible without `x`, as things stood.
    fn is_needed<'f>(&self, x: &Event, y: &Label, freed: impl FnOnce() -> &'f Clock) -> bool {
        if interfere(&x.label, y) {
            relation(&x.label, y) != Relation::Reversible
        } else {
            x.happens_before(freed())
        }
    }

    /// All that happens before what made `y` possible, in this execution if not in others.
    fn freed(&self, y: &Label, ready: &Clock, at: usize) -> Clock {
        let mut freed = ready.clone();
        for x in self.events[..at].iter().filter(|x| x.tid() != y.tid) {
            if interfere(&x.label, y) && relation(&x.label, y) == Relation::Frees {
                freed.join(&x.clock);
            }
        }
        freed
    }

    /// What to do in place of step `i` and all that depends on it: everything else in this execution, then `y`.
    ///
    /// Also the steps after `y`: without them, a thread that sleeps may seem to lead to an equivalent execution although
    /// its step depends on one of them.
    fn reversal(&self, i: usize, y: &Label, ready: &Clock, at: usize) -> Reversal {
        let x = &self.events[i];
        let unknown = y.unknown();
        let steps = self.events.iter().enumerate().skip(i + 1);
        let steps = steps
            .filter(|(j, e)| *j != at && !x.happens_before(&e.clock))
            .map(|(_, e)| Step {
                label: e.label,
                data: e.data.clone(),
                number: e.number,
                clock: e.clock.clone(),
                precedes_last: e.happens_before(ready) || dependent(&e.label, &unknown),
            })
            .collect();
        Reversal {
            steps,
            last: Some(unknown),
        }
    }
}

/// Whether more than one earlier step may keep `y` from being possible: then all of them race with it.
fn is_doubtful(y: &Label) -> bool {
    matches!(y.k, Kind::Write | Kind::Send | Kind::Select) || y.yields
}

/// A step within a reversal.
struct Step {
    label: Label,
    data: Vec<u8>,
    number: u32,
    clock: Clock,
    precedes_last: bool,
}

/// A sequence of steps that can be taken from a node, the last of which comes before one that it followed.
pub(crate) struct Reversal {
    steps: Vec<Step>,
    /// The step that is reversed; its result in the new place is unknown.
    last: Option<Label>,
}

impl Reversal {
    /// One step of a thread, whatever it does.
    pub(crate) fn single(label: Label) -> Reversal {
        Reversal {
            steps: Vec::new(),
            last: Some(label.unknown()),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.steps.is_empty() && self.last.is_none()
    }

    pub(crate) fn labels(&self) -> impl Iterator<Item = &Label> {
        self.steps.iter().map(|s| &s.label).chain(&self.last)
    }

    /// The position of the first step of `t`.
    pub(crate) fn first_of(&self, t: Tid) -> Option<usize> {
        self.labels().position(|l| l.tid == t)
    }

    /// The thread of its only step, if it has but one.
    pub(crate) fn only(&self) -> Option<Tid> {
        self.last.filter(|_| self.steps.is_empty()).map(|l| l.tid)
    }

    /// Whether nothing in the sequence has to come before the step at this position.
    pub(crate) fn is_initial(&self, at: usize) -> bool {
        let earlier = &self.steps[..at];
        match self.steps.get(at) {
            Some(step) => earlier
                .iter()
                .all(|e| e.number > step.clock.at(e.label.tid)),
            None => earlier.iter().all(|e| !e.precedes_last),
        }
    }

    /// The data choices of the step at this position; `None` for the last one, whose choices are open.
    pub(crate) fn data(&self, at: usize) -> Option<&Vec<u8>> {
        self.steps.get(at).map(|s| &s.data)
    }

    /// Takes a step out.
    pub(crate) fn remove(&mut self, at: usize) {
        if at < self.steps.len() {
            self.steps.remove(at);
        } else {
            self.last = None;
        }
    }

    /// Whether the thread of this sleeping step takes the first step of the sequence, or could.
    pub(crate) fn has_initial(&self, asleep: &Label) -> bool {
        let at = self.first_of(asleep.tid);
        at.is_some_and(|at| self.is_initial(at))
    }

    /// Whether a thread with this sleeping step could go first: then the sequence leads nowhere new.
    pub(crate) fn has_weak_initial(&self, asleep: &Label) -> bool {
        match self.first_of(asleep.tid) {
            Some(at) => self.is_initial(at),
            None => self.commutes_with(asleep),
        }
    }

    /// The sequence as a branch of a wake-up tree.
    pub(crate) fn into_branch(self) -> Option<Edge> {
        let last = self.last.map(|label| Edge {
            label,
            data: Vec::new(),
            children: Vec::new(),
        });
        self.steps.into_iter().rev().fold(last, |child, step| {
            Some(Edge {
                label: step.label,
                data: step.data,
                children: child.into_iter().collect(),
            })
        })
    }
}
