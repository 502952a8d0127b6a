//! Depth-first search over all choices, or over those within a bound on preemptions.

use super::Choices;
use crate::bits::has;
use crate::op::Tid;
use crate::runtime::{Abort, Rt};

/// A point of the execution where there was something to choose.
enum Node {
    /// Among threads, each as a bit or a number.
    Schedule {
        allowed: u64,
        enabled: u64,
        done: u64,
        chosen: u8,
    },
    /// Among the numbers below `n`.
    Data { n: u8, chosen: u8 },
}

/// Depth-first search: replays the choices on its stack, then goes on with the first of each kind.
/// Without a bound it searches everything.
#[derive(Default)]
pub(crate) struct Dfs {
    stack: Vec<Node>,
    depth: usize,
    preemptions: u32,
    bound: Option<u32>,
}

impl Dfs {
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
        if self.depth == self.stack.len() {
            self.push(enabled, preempted);
        }
        let Node::Schedule {
            enabled: before,
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
        Some(t)
    }

    fn push(&mut self, enabled: u64, preempted: Option<Tid>) {
        let exhausted = self.bound.is_some_and(|b| self.preemptions >= b);
        let allowed = match preempted {
            Some(t) if exhausted => 1 << t,
            _ => enabled,
        };
        let chosen = preempted.unwrap_or(allowed.trailing_zeros() as Tid) as u8;
        self.stack.push(Node::Schedule {
            allowed,
            enabled,
            done: 0,
            chosen,
        });
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
                done,
                chosen,
                ..
            } => {
                *done |= 1 << *chosen;
                let open = *allowed & !*done;
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
