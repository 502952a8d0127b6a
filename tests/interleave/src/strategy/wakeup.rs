//! Wake-up trees: sequences of steps that the search still has to follow from a point of the execution.
//!
//! Abdulla, Aronis, Jonsson and Sagonas, "Source sets: a foundation for optimal dynamic partial order reduction", JACM 2017.

use super::races::Reversal;
use crate::dependence::dependent;
use crate::label::Label;
use crate::object::{NONE, ObjId};
use crate::op::Tid;

/// A step to follow, and what to follow after it. Without children the search goes on as it likes.
#[derive(Clone, Debug)]
pub(crate) struct Edge {
    pub(crate) label: Label,
    /// The data choices within the step.
    pub(crate) data: Vec<u8>,
    pub(crate) children: Vec<Edge>,
}

impl Edge {
    pub(crate) fn tid(&self) -> Tid {
        self.label.tid
    }
}

/// Adds `reversal` to the branches of a node unless one of them leads to an equivalent execution anyway. `known` is the
/// number of objects that existed at the node: later ones have other numbers in other executions.
pub(crate) fn insert(branches: &mut Vec<Edge>, mut reversal: Reversal, known: ObjId) {
    let mut branches = branches;
    loop {
        match follow(branches, &mut reversal, known) {
            Step::Covered => return,
            Step::Into(i) => branches = &mut branches[i].children,
            Step::New => {
                branches.extend(reversal.into_branch());
                return;
            }
        }
    }
}

enum Step {
    Covered,
    Into(usize),
    New,
}

fn follow(branches: &[Edge], reversal: &mut Reversal, known: ObjId) -> Step {
    for (i, edge) in branches.iter().enumerate() {
        match reversal.first_of(edge.tid()) {
            Some(at) if reversal.is_initial(at) => {
                // Without a branch for them, other data choices are explored in full.
                let fits = |e: &Edge| {
                    e.tid() == edge.tid() && reversal.data(at).is_none_or(|d| *d == e.data)
                };
                let Some(j) = (i..branches.len()).find(|&j| fits(&branches[j])) else {
                    return Step::Covered;
                };
                reversal.remove(at);
                let covered = branches[j].children.is_empty() || reversal.is_empty();
                return if covered {
                    Step::Covered
                } else {
                    Step::Into(j)
                };
            }
            None if is_comparable(&edge.label, known) && reversal.commutes_with(&edge.label) => {
                return if edge.children.is_empty() {
                    Step::Covered
                } else {
                    Step::Into(i)
                };
            }
            _ => {}
        }
    }
    Step::New
}

fn is_comparable(label: &Label, known: ObjId) -> bool {
    [label.a, label.b].iter().all(|&o| o == NONE || o < known)
}

impl Reversal {
    /// Whether all its steps commute with `label`, a step of a thread that takes none of them.
    pub(crate) fn commutes_with(&self, label: &Label) -> bool {
        self.labels().all(|l| !dependent(l, label))
    }
}
