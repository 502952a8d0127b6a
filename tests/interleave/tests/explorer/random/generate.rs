//! Random programs, by family: operations that meet each other on the same objects.

use std::sync::atomic::Ordering::{self, AcqRel, Acquire, Relaxed, Release, SeqCst};

use super::program::Instr::{self, *};
use super::program::{Channel, Program};
use crate::dice::Dice;

/// Operations that belong together. A program of one family has hardly an operation that meets no other.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Family {
    Atomics,
    WeakAtomics,
    Locks,
    Conditions,
    ReadWriteLocks,
    Once,
    Channels,
    Select,
    Parking,
    Trees,
    Cells,
    Mixed,
}

use Family::*;

/// All of them; a run takes turns.
pub(crate) const FAMILIES: [Family; 12] = [
    Atomics,
    WeakAtomics,
    Locks,
    Conditions,
    ReadWriteLocks,
    Once,
    Channels,
    Family::Select,
    Parking,
    Trees,
    Cells,
    Mixed,
];

/// A program of two or three threads with a few operations each, main among them.
pub(crate) fn program(family: Family, dice: &mut Dice) -> Program {
    let children = 1 + dice.below(2);
    let mut main: Vec<_> = (0..children).map(|_| child(family, dice)).collect();
    if matches!(family, Channels) && dice.below(3) > 0 {
        main.push(DropSender);
    }
    let own = match family {
        Channels | Family::Select | Parking => 2 + dice.below(3),
        _ if children == 1 => 2,
        _ => dice.below(3),
    };
    main.extend((0..own).map(|_| main_instr(family, dice)));
    let channel = match dice.below(4) {
        0 | 1 => Channel::Unbounded,
        2 => Channel::Bounded(0),
        _ => Channel::Bounded(1),
    };
    Program {
        channel,
        spurious: u32::from(dice.below(4) == 0),
        main,
    }
}

fn child(family: Family, dice: &mut Dice) -> Instr {
    // where most operations block, a thread seldom gets to the last of them
    let length = if matches!(family, Channels | Family::Select | Parking) {
        3
    } else {
        2
    } + dice.below(2);
    let body = body(family, dice, length);
    if dice.below(10) == 0 {
        Detach(body)
    } else {
        Spawn(body)
    }
}

fn body(family: Family, dice: &mut Dice, length: usize) -> Vec<Instr> {
    (0..length).map(|_| instr(family, dice)).collect()
}

/// Under a lock there is often nothing more to do, sometimes one thing.
fn inner(family: Family, dice: &mut Dice) -> Vec<Instr> {
    if dice.below(3) == 0 {
        vec![flat(family, dice)]
    } else {
        vec![]
    }
}

/// What only main does: it alone has the receiver, and handles to look at.
fn main_instr(family: Family, dice: &mut Dice) -> Instr {
    match (family, dice.below(8)) {
        (Channels, 0 | 1) => Receive,
        (Channels, 2) => TryReceive,
        (Channels, 3) => ReceiveTimeout,
        (Channels, 4) => DropReceiver,
        (Trees | Parking | Cells, 0) => JoinNewest,
        (Trees | Parking | Cells, 1) => JoinOldest,
        (Trees | Parking, 2) => IsFinished,
        (Parking, 3) => Unpark(1),
        (Parking, 4) => Unpark(2),
        _ => instr(family, dice),
    }
}

/// An operation, with a body where it has one.
fn instr(family: Family, dice: &mut Dice) -> Instr {
    let (object, value) = (dice.below(2), dice.below(3) as u32);
    match (family, dice.below(6)) {
        (Locks, 0..=2) => Lock(object, inner(Locks, dice)),
        (Locks, 3) => TryLock(object, inner(Locks, dice)),
        (Locks, 4) => Lock(object, vec![Lock(1 - object, vec![])]),
        (ReadWriteLocks, 0) => Read(inner(ReadWriteLocks, dice)),
        (ReadWriteLocks, 1) => Write(value, inner(ReadWriteLocks, dice)),
        (ReadWriteLocks, 2) => Downgrade(value, inner(ReadWriteLocks, dice)),
        (Once, 0 | 1) => GetOrInit(value, inner(Once, dice)),
        (Trees, 0) => Spawn(vec![flat(Trees, dice)]),
        (Trees, 1) => Detach(vec![flat(Trees, dice)]),
        (Trees, 2) => Scope(vec![vec![flat(Trees, dice)], vec![flat(Trees, dice)]]),
        (Trees, 3) => Lock(object, vec![Panic]),
        (Mixed, 0..=3) => {
            let family = FAMILIES[dice.below(FAMILIES.len() - 1)];
            instr(family, dice)
        }
        (Mixed, 4) => {
            let family = FAMILIES[dice.below(FAMILIES.len() - 1)];
            Lock(object, vec![flat(family, dice)])
        }
        _ => flat(family, dice),
    }
}

/// An operation without a body.
fn flat(family: Family, dice: &mut Dice) -> Instr {
    let (object, value) = (dice.below(2), dice.below(3) as u32);
    match family {
        Atomics => atomic(object, value, SeqCst, dice),
        WeakAtomics => weak(object, value, dice),
        Locks => [
            Load(object, SeqCst),
            Store(object, value, SeqCst),
            TryLock(object, vec![]),
        ][dice.below(3)]
        .clone(),
        Conditions => [
            Wait,
            WaitWhileZero,
            WaitTimeout,
            NotifyOne,
            NotifyOne,
            NotifyAll,
            Lock(0, vec![]),
        ][dice.below(7)]
        .clone(),
        ReadWriteLocks => [
            Read(vec![]),
            Write(value, vec![]),
            TryRead,
            TryWrite(value),
            Load(object, SeqCst),
        ][dice.below(5)]
        .clone(),
        Once => [
            GetOrInit(value, vec![]),
            OnceGet,
            CallOnce,
            Add(0, 1, SeqCst),
        ][dice.below(4)]
        .clone(),
        Channels => [
            Send(value),
            Send(value + 5),
            TrySend(value),
            DropSender,
            Load(0, SeqCst),
        ][dice.below(5)]
        .clone(),
        Family::Select => select(object, value, dice),
        Parking => [
            Park,
            ParkTimeout,
            Unpark(0),
            Unpark(1),
            Barrier,
            Yield,
            Sleep,
            Store(object, value, SeqCst),
        ][dice.below(8)]
        .clone(),
        Trees => [
            Load(object, SeqCst),
            Add(object, 1, SeqCst),
            Panic,
            Lock(object, vec![]),
            Yield,
        ][dice.below(5)]
        .clone(),
        Cells => cell(object, dice),
        Mixed => Add(object, 1, SeqCst),
    }
}

fn atomic(object: usize, value: u32, ordering: Ordering, dice: &mut Dice) -> Instr {
    match dice.below(5) {
        0 | 1 => Load(object, ordering),
        2 => Store(object, value, ordering),
        3 => Add(object, value + 1, ordering),
        _ => CompareExchange(object, value, value + 1, ordering),
    }
}

fn weak(object: usize, value: u32, dice: &mut Dice) -> Instr {
    match dice.below(9) {
        0..=2 => Load(object, [Relaxed, Acquire, SeqCst][dice.below(3)]),
        3..=5 => Store(object, value + 1, [Relaxed, Release, SeqCst][dice.below(3)]),
        6 => Add(
            object,
            10,
            [Relaxed, Acquire, Release, AcqRel, SeqCst][dice.below(5)],
        ),
        7 => CompareExchange(object, 0, value + 1, [Relaxed, AcqRel][dice.below(2)]),
        _ => Fence([Acquire, Release, AcqRel, SeqCst][dice.below(4)]),
    }
}

fn select(object: usize, value: u32, dice: &mut Dice) -> Instr {
    match dice.below(7) {
        0 | 1 => SendOn(object, value),
        2 => ReceiveOn(object),
        3 => TryReceiveOn(object),
        4 | 5 => Instr::Select,
        _ => SelectOrDefault,
    }
}

/// Accesses to plain memory, and the operations that may put them in order.
fn cell(object: usize, dice: &mut Dice) -> Instr {
    match dice.below(6) {
        0..=2 => Access(object),
        3 => Lock(0, vec![Access(object)]),
        4 => Store(0, 1, Release),
        _ => Load(0, Acquire),
    }
}
