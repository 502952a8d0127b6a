//! Optimal dynamic partial-order reduction: one execution of each class of equivalent ones.
//!
//! After Abdulla, Aronis, Jonsson and Sagonas (JACM 2017). Each execution is searched for races; for each race the shortest
//! sequence that reverses it becomes a branch of the wake-up tree where the earlier step was taken, unless a thread that
//! sleeps there (its step was explored already) or a branch that is there leads to an equivalent execution anyway.
//!
//! What is special here:
//! - Operations block. Steps that were announced and never taken race too; a lock races with the lock before it, not with
//!   the unlock between them ([`relation`](crate::dependence::relation)).
//! - A step may contain data choices (a stale message, the waiter that is woken). All of them are explored wherever the
//!   step is; a branch that follows a sequence says which one the sequence needs.
//! - A sequence may turn out impossible where fairness, a readers-writer lock or a `select!` forbids its last step. Then
//!   all threads are tried at that point: sound, but some of these executions may be cut.
//!
//! The paper skips a reversal when a sleeping thread is a weak initial of it: it takes none of its steps and commutes with
//! all. That is right only if nobody sleeps any more where a followed sequence ends, which needs exact knowledge of every
//! step; here a label may be unknown, so a sequence may be followed that leads nowhere new. Hence a thread that slept when
//! a node was reached counts only if it takes the first step of the reversal itself (the condition of source sets), and
//! the full one is kept for the steps explored at the node. An exploration that used it everywhere lost outcomes of random
//! programs.
//!
//! In numbers: no execution is cut in the bench programs over locks, atomics and channels (7 philosophers: 127 classes,
//! where sleep sets alone began 27,096 executions in vain), and one for each nine complete ones over condition variables.
//! Threads that yield more than once may cost a few cut ones for each complete one: fairness makes such a yield depend on
//! every step of every thread, and a sequence cannot say that it has become fair by then.

use super::Choices;
use super::races::{History, Reversal};
use super::wakeup::{Edge, insert};
use crate::bits::{bits, has};
use crate::dependence::dependent;
use crate::label::Label;
use crate::object::ObjId;
use crate::op::Tid;
use crate::runtime::{Abort, Rt};

/// A point of the execution where there was something to choose.
enum Node {
    Schedule(Schedule),
    Data(Data),
}

/// Which thread goes on.
struct Schedule {
    enabled: u64,
    chosen: Tid,
    /// Steps that need not be taken from here: first those that slept when the node was reached, then those explored here.
    sleep: Vec<Label>,
    inherited: usize,
    /// Sequences to follow once the chosen thread's step is explored.
    branches: Vec<Edge>,
    /// What follows the chosen thread's step, by its data choices.
    guides: Vec<Edge>,
    /// Objects that existed here.
    objects: ObjId,
    /// The chosen thread's step, as explored last, and whether its data choices made it different things.
    label: Option<Label>,
    varies: bool,
}

/// Which number is chosen.
struct Data {
    n: u8,
    chosen: u8,
    /// Choices still to come, after the chosen one.
    left: Vec<u8>,
}

/// The search.
#[derive(Default)]
pub(crate) struct Dpor {
    stack: Vec<Node>,
    depth: usize,
    history: History,
    /// Steps of the history that this execution has repeated or made.
    steps: usize,
    /// Steps of the history that were there before this execution.
    repeated: usize,
    /// For each thread the step that started it.
    parents: Vec<Option<usize>>,
    /// The position on the stack of the step under way, and its data choices.
    current: usize,
    data: Vec<u8>,
}

impl Dpor {
    pub(super) fn choose(&mut self, rt: &mut Rt, enabled: u64) -> Option<Tid> {
        self.complete_step(rt);
        if self.depth == self.stack.len() {
            match self.new_node(rt, enabled) {
                Some(node) => self.stack.push(Node::Schedule(node)),
                None => {
                    rt.abort = Some(Abort::Pruned);
                    return None;
                }
            }
        }
        let Node::Schedule(node) = &self.stack[self.depth] else {
            return diverged(rt, "a scheduling point".into());
        };
        if node.enabled != enabled {
            let why = format!(
                "step {}: {:b} then {enabled:b} enabled",
                self.depth, node.enabled
            );
            return diverged(rt, why);
        }
        self.current = self.depth;
        self.data.clear();
        self.depth += 1;
        Some(node.chosen)
    }

    pub(super) fn choose_data(&mut self, rt: &mut Rt, n: usize) -> usize {
        if self.depth == self.stack.len() {
            let wanted = self.wanted_data();
            let left = (0..n as u8).filter(|c| Some(*c) != wanted.first().copied());
            let mut left: Vec<u8> = left.rev().collect();
            let chosen = match wanted.first() {
                Some(&c) if usize::from(c) < n => c,
                _ => left.pop().unwrap_or(0),
            };
            self.stack.push(Node::Data(Data {
                n: n as u8,
                chosen,
                left,
            }));
        }
        let choice = match &self.stack[self.depth] {
            Node::Data(d) if usize::from(d.n) == n => d.chosen,
            _ => {
                diverged(rt, "a choice".into());
                0
            }
        };
        self.depth += 1;
        self.data.push(choice);
        choice.into()
    }

    /// The data choices, after those made so far, that some guide of the step under way asks for.
    fn wanted_data(&self) -> Vec<u8> {
        // A choice before the first step belongs to none.
        let Some(Node::Schedule(node)) = self.stack.get(self.current) else {
            return Vec::new();
        };
        let guide = node
            .guides
            .iter()
            .find(|g| g.data.len() > self.data.len() && g.data.starts_with(&self.data));
        guide.map_or_else(Vec::new, |g| g.data[self.data.len()..].to_vec())
    }

    /// Takes note of the step that has just been completed.
    fn complete_step(&mut self, rt: &mut Rt) {
        let Some(label) = rt.completed_step() else {
            return;
        };
        self.steps += 1;
        if self.steps <= self.repeated {
            return;
        }
        let enabled = match &self.stack[self.current] {
            Node::Schedule(node) => node.enabled,
            Node::Data(_) => 0,
        };
        let place = (self.current, enabled);
        self.history
            .push(label, self.data.clone(), place, &self.parents);
        let event = self.history.len() - 1;
        self.parents.resize(self.parents.len().max(1), None);
        while self.parents.len() < rt.tasks.len() {
            self.parents.push(Some(event));
        }
        let varies = !self.data.is_empty();
        if let Node::Schedule(node) = &mut self.stack[self.current] {
            node.varies |= varies;
            node.label = Some(label);
        }
    }

    /// A node after the step that was completed last; `None` if all its threads are asleep.
    fn new_node(&mut self, rt: &Rt, enabled: u64) -> Option<Schedule> {
        let (sleep, guides) = self.inherit();
        let mut node = Schedule {
            enabled,
            chosen: 0,
            inherited: sleep.len(),
            sleep,
            branches: guides,
            guides: Vec::new(),
            objects: rt.objects.len() as ObjId,
            label: None,
            varies: false,
        };
        let impossible = |e: &Edge| !has(enabled, e.tid());
        if node.branches.iter().any(impossible) {
            node.branches.retain(|e| !impossible(e));
            node.try_all(rt);
        }
        if node.next_branch() {
            return Some(node);
        }
        let awake = node.awake();
        let last = rt.last.filter(|&t| has(awake, t) && !rt.tasks[t].is_yield);
        node.chosen = last.or_else(|| bits(awake).next())?;
        Some(node)
    }

    /// What the step that was completed last leaves asleep, and the sequences to follow after it.
    fn inherit(&self) -> (Vec<Label>, Vec<Edge>) {
        let Some(Node::Schedule(parent)) = self.stack.get(self.current) else {
            return (Vec::new(), Vec::new());
        };
        let Some(step) = parent.label else {
            return (Vec::new(), Vec::new());
        };
        let asleep = parent.sleep.iter().filter(|l| !dependent(l, &step));
        let guides = parent.guides.iter().filter(|g| g.data == self.data);
        (
            asleep.copied().collect(),
            guides.flat_map(|g| g.children.clone()).collect(),
        )
    }

    /// Ends an execution: looks for races and adds the branches that reverse them.
    pub(crate) fn finish(&mut self, rt: &mut Rt) {
        self.complete_step(rt);
        let mut found = Vec::new();
        // Also those races that were there before: their reversals have grown by the steps that are new.
        for event in 0..self.history.len() {
            self.history.races(event, &mut found);
        }
        for t in 0..rt.tasks.len() {
            if let Some(label) = rt.pending_label(t).filter(|_| !rt.tasks[t].finished) {
                self.history
                    .pending_races(&label, &self.parents, &mut found);
            }
        }
        for (event, reversal) in found {
            let at = self.history.node(event);
            if let Node::Schedule(node) = &mut self.stack[at] {
                node.add(reversal);
            }
        }
    }

    /// Moves to the next branch; false if there is none.
    pub(crate) fn advance(&mut self) -> bool {
        self.depth = 0;
        self.steps = 0;
        self.current = 0;
        self.data.clear();
        while let Some(node) = self.stack.last_mut() {
            let more = match node {
                Node::Data(d) => d.advance(),
                Node::Schedule(s) => s.advance(),
            };
            if more {
                self.forget();
                return true;
            }
            self.stack.pop();
        }
        false
    }

    /// Keeps the history up to the step whose choice has changed.
    fn forget(&mut self) {
        let schedule = |n: &&Node| matches!(n, Node::Schedule(_));
        let kept = self.stack.iter().filter(schedule).count().saturating_sub(1);
        self.history.truncate(kept);
        self.repeated = self.history.len();
        let lost = |p: &Option<usize>| p.is_some_and(|event| event >= kept);
        while self.parents.last().is_some_and(lost) {
            self.parents.pop();
        }
    }

    /// The choices of the last execution.
    pub(crate) fn choices(&self) -> Choices {
        let chosen = |node: &Node| match node {
            Node::Schedule(s) => s.chosen as u8,
            Node::Data(d) => d.chosen,
        };
        self.stack[..self.depth].iter().map(chosen).collect()
    }
}

impl Data {
    fn advance(&mut self) -> bool {
        match self.left.pop() {
            Some(choice) => {
                self.chosen = choice;
                true
            }
            None => false,
        }
    }
}

impl Schedule {
    fn awake(&self) -> u64 {
        let asleep = self.sleep.iter().fold(0u64, |set, l| set | 1 << l.tid);
        self.enabled & !asleep
    }

    /// Puts the explored step to sleep and goes on with the next branch.
    fn advance(&mut self) -> bool {
        if let Some(label) = self.label.take() {
            self.sleep
                .push(if self.varies { label.unknown() } else { label });
        }
        self.varies = false;
        self.next_branch()
    }

    /// Chooses the thread of the first branch that is not asleep, and takes all its branches as guides.
    fn next_branch(&mut self) -> bool {
        let awake = self.awake();
        self.branches.retain(|e| has(awake, e.tid()));
        let Some(first) = self.branches.first() else {
            return false;
        };
        self.chosen = first.tid();
        let of_chosen = |e: &Edge| e.tid() == self.chosen;
        self.guides = self
            .branches
            .iter()
            .filter(|e| of_chosen(e))
            .cloned()
            .collect();
        let chosen = self.chosen;
        self.branches.retain(|e| e.tid() != chosen);
        true
    }

    /// Adds a branch that reverses a race, unless it leads nowhere new or cannot be taken.
    fn add(&mut self, reversal: Reversal) {
        if reversal.only().is_some_and(|t| !has(self.enabled, t)) {
            return;
        }
        let (before, here) = self.sleep.split_at(self.inherited);
        if before.iter().any(|l| reversal.has_initial(l)) {
            return;
        }
        if here.iter().any(|l| reversal.has_weak_initial(l)) {
            return;
        }
        insert(&mut self.branches, reversal, self.objects);
    }

    /// Makes every thread a branch.
    fn try_all(&mut self, rt: &Rt) {
        let taken = self.branches.iter().fold(0u64, |set, e| set | 1 << e.tid());
        for t in bits(self.awake() & !taken) {
            if let Some(label) = rt.pending_label(t) {
                self.branches.extend(Reversal::single(label).into_branch());
            }
        }
    }
}

fn diverged(rt: &mut Rt, why: String) -> Option<Tid> {
    rt.abort = Some(Abort::Nondeterministic(why));
    None
}
