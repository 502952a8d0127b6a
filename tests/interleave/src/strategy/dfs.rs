//! Depth-first search over all choices, with sleep sets (Godefroid 1996) or a bound on preemptions.

use super::Choices;
use crate::bits::{bits, has};
use crate::op::Tid;
use crate::runtime::{Abort, Rt};

/// A point of the execution where there was something to choose.
enum Node {
    /// Among threads, each as a bit or a number.
    Schedule {
        allowed: u64,
        enabled: u64,
        sleep: u64,
        done: u64,
        chosen: u8,
    },
    /// Among the numbers below `n`.
    Data { n: u8, chosen: u8 },
}

/// Depth-first search: replays the choices on its stack, then goes on with the first of each kind.
#[derive(Default)]
pub(crate) struct Dfs {
    stack: Vec<Node>,
    depth: usize,
    sleep: u64,
    preemptions: u32,
    reduction: bool,
    bound: Option<u32>,
}

impl Dfs {
    /// Searches everything, each class of equivalent executions once if `reduction` is on.
    pub(crate) fn exhaustive(reduction: bool) -> Dfs {
        Dfs {
            reduction,
            ..Dfs::default()
        }
    }

    /// Searches the executions with at most `bound` preemptions.
    pub(crate) fn bounded(bound: u32) -> Dfs {
        Dfs {
            bound: Some(bound),
            ..Dfs::default()
        }
    }

    pub(super) fn choose(&mut self, rt: &mut Rt, enabled: u64) -> Option<Tid> {
        let last = rt.last.filter(|&l| has(enabled, l));
        // Leaving a thread that yields is no preemption.
        let preempted = last.filter(|&l| !rt.tasks[l].is_yield);
        if self.depth == self.stack.len() && !self.push(enabled, preempted) {
            rt.abort = Some(Abort::Pruned);
            return None;
        }
        let Node::Schedule {
            enabled: before,
            sleep,
            done,
            chosen,
            ..
        } = self.stack[self.depth]
        else {
            return diverged(rt, "a scheduling point".into());
        };
        if before != enabled {
            let why = format!("step {}: {before:b} then {enabled:b} enabled", self.depth);
            return diverged(rt, why);
        }
        let t = Tid::from(chosen);
        self.depth += 1;
        if preempted.is_some_and(|p| p != t) {
            self.preemptions += 1;
        }
        if self.reduction {
            self.sleep = still_asleep(rt, t, (sleep | done) & !(1 << t));
        }
        Some(t)
    }

    /// Adds a node; false if all its threads are asleep.
    fn push(&mut self, enabled: u64, preempted: Option<Tid>) -> bool {
        let exhausted = self.bound.is_some_and(|b| self.preemptions >= b);
        let allowed = match preempted {
            Some(t) if exhausted => 1 << t,
            _ => enabled,
        };
        let candidates = allowed & !self.sleep;
        if candidates == 0 {
            return false;
        }
        let chosen = preempted
            .filter(|&t| has(candidates, t))
            .unwrap_or(candidates.trailing_zeros() as Tid) as u8;
        self.stack.push(Node::Schedule {
            allowed,
            enabled,
            sleep: self.sleep,
            done: 0,
            chosen,
        });
        true
    }

    pub(super) fn choose_data(&mut self, rt: &mut Rt, n: usize) -> usize {
        let choice = match self.stack.get(self.depth) {
            Some(Node::Data { n: before, chosen }) if usize::from(*before) == n => *chosen,
            Some(_) => {
                diverged(rt, "a choice".into());
                return 0;
            }
            None => {
                self.stack.push(Node::Data {
                    n: n as u8,
                    chosen: 0,
                });
                0
            }
        };
        self.depth += 1;
        choice.into()
    }

    /// Moves to the next unexplored branch; false if there is none.
    pub(crate) fn advance(&mut self) -> bool {
        self.depth = 0;
        self.sleep = 0;
        self.preemptions = 0;
        while let Some(node) = self.stack.last_mut() {
            if node.next_branch() {
                return true;
            }
            self.stack.pop();
        }
        false
    }

    /// The choices of the last execution.
    pub(crate) fn choices(&self) -> Choices {
        let chosen = |node: &Node| match node {
            Node::Schedule { chosen, .. } | Node::Data { chosen, .. } => *chosen,
        };
        self.stack[..self.depth].iter().map(chosen).collect()
    }
}

impl Node {
    fn next_branch(&mut self) -> bool {
        match self {
            Node::Data { n, chosen } => {
                *chosen += 1;
                chosen < n
            }
            Node::Schedule {
                allowed,
                sleep,
                done,
                chosen,
                ..
            } => {
                *done |= 1 << *chosen;
                let open = *allowed & !*sleep & !*done;
                *chosen = open.trailing_zeros() as u8;
                open != 0
            }
        }
    }
}

fn diverged(rt: &mut Rt, why: String) -> Option<Tid> {
    rt.abort = Some(Abort::Nondeterministic(why));
    None
}

/// Those of `asleep` whose pending operation commutes with that of `t`.
fn still_asleep(rt: &Rt, t: Tid, asleep: u64) -> u64 {
    if rt.tasks[t].is_yield {
        return 0; // fairness makes a yield depend on everybody's steps
    }
    let op = rt.tasks[t].pending.expect("a chosen thread has announced");
    bits(asleep)
        .filter(|&u| !rt.tasks[u].is_yield)
        .filter(|&u| {
            rt.tasks[u]
                .pending
                .is_some_and(|other| !rt.dependent(op, other))
        })
        .fold(0, |set, u| set | 1 << u)
}
