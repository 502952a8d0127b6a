//! Random litmus programs: two atomics, two or three threads, no `SeqCst` access.
//!
//! Every value that is written is written once only, so an outcome says which write each load has read.

use std::sync::atomic::Ordering::{self, AcqRel, Acquire, Relaxed, Release, SeqCst};

use crate::dice::Dice;

/// One access to one of two atomics, or a fence.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Access {
    /// Logs the value.
    Load(usize, Ordering),
    /// Writes the value.
    Store(usize, u32, Ordering),
    /// Logs the value before the addition.
    Add(usize, u32, Ordering),
    /// Sets a zero; logs what was found.
    SetZero(usize, u32),
    /// A fence.
    Fence(Ordering),
}

use Access::*;

/// The threads of a program.
pub(crate) type Threads = Vec<Vec<Access>>;

/// A program of two threads with up to three accesses each, or of three with up to two.
pub(crate) fn random(dice: &mut Dice) -> Threads {
    let (threads, longest) = if dice.below(8) == 0 { (3, 2) } else { (2, 3) };
    let mut values = 0;
    let mut thread = || {
        let length = 1 + dice.below(longest);
        let access = |_| {
            values += 1;
            random_access(dice, values)
        };
        (0..length).map(access).collect()
    };
    (0..threads).map(|_| thread()).collect()
}

fn random_access(dice: &mut Dice, value: u32) -> Access {
    let (atomic, strong) = (dice.below(2), dice.below(2) == 0);
    match dice.below(8) {
        0..=2 => Load(atomic, if strong { Acquire } else { Relaxed }),
        3..=5 => Store(atomic, value, if strong { Release } else { Relaxed }),
        // sums stay unique: no two subsets of 100, 200, 400, ... have the same
        6 if strong => Add(
            atomic,
            100 << value,
            [Relaxed, Release, Acquire, AcqRel][dice.below(4)],
        ),
        6 => SetZero(atomic, value),
        _ => Fence([Acquire, Release, AcqRel][dice.below(3)]),
    }
}

/// The same program with every access sequentially consistent: what interleavings alone can do.
pub(crate) fn strengthened(threads: &Threads) -> Threads {
    let strengthen = |access: &Access| match *access {
        Load(atomic, _) => Load(atomic, SeqCst),
        Store(atomic, value, _) => Store(atomic, value, SeqCst),
        Add(atomic, value, _) => Add(atomic, value, SeqCst),
        other => other,
    };
    threads
        .iter()
        .map(|thread| thread.iter().map(strengthen).collect())
        .collect()
}
