//! Announce, schedule, perform: the path of every visible operation.

use crate::object::{NONE, ObjId, obj};
use crate::op::{Kind, Loc, Op, Tid};
use crate::record::{happened, note};
use crate::runtime::with;
use crate::schedule::Action;
use crate::task::Case;
use crate::{coroutine, watchdog};
use std::panic::Location;

/// Announces an operation at the caller's place, waits until it is this thread's turn, performs it, returns its result.
///
/// # Panics
/// Outside an exploration.
#[track_caller]
pub fn op(k: Kind, a: ObjId, b: ObjId, arg: u64) -> u64 {
    op_at(k, a, b, arg, Location::caller())
}

/// [`op`] at another place than the caller's: a guard's destructor has no place of its own.
pub fn op_at(k: Kind, a: ObjId, b: ObjId, arg: u64, loc: Loc) -> u64 {
    let op = Op { k, a, b, arg, loc };
    watchdog::passing(loc);
    let me = with(|rt| rt.cur);
    announce(me, op);
    switch(me);
    perform(me, op)
}

fn announce(me: Tid, op: Op) {
    with(|rt| {
        let version = if op.k == Kind::Load {
            rt.objects[op.a as usize].ver
        } else {
            0
        };
        rt.tasks[me].announce(op, version);
    });
}

/// Lets the strategy choose; comes back when it chooses this thread. An execution that ends leaves it there.
fn switch(me: Tid) {
    let next = with(|rt| {
        rt.next = rt.pick();
        rt.next
    });
    if next == Some(me) {
        return;
    }
    coroutine::suspend();
    with(|rt| rt.cur = me);
}

fn perform(me: Tid, op: Op) -> u64 {
    with(|rt| {
        let yields = rt.tasks[me].is_yield;
        rt.tasks[me].go();
        let woken = rt.to_be_woken(op);
        let result = rt.apply(me, op);
        rt.step = Some(rt.label(me, op, result, yields));
        rt.synchronise(me, op, result);
        rt.follow(me, op, result);
        rt.record(op, result, woken);
        result
    })
}

/// Performs an operation without a scheduling point, as the second half of one that was granted.
#[track_caller]
pub fn granted(k: Kind, a: ObjId) -> u64 {
    let op = Op {
        k,
        a,
        b: NONE,
        arg: 0,
        loc: Location::caller(),
    };
    with(|rt| {
        let me = rt.cur;
        let result = rt.apply(me, op);
        rt.synchronise(me, op, result);
        rt.follow(me, op, result);
        result
    })
}

/// A data choice in `0..n` (which waiter `notify_one` wakes, which message a load reads ...).
pub fn choose(n: usize) -> usize {
    if n <= 1 {
        return 0;
    }
    with(|rt| {
        let choice = rt.ask(|strategy, rt| strategy.choose_data(rt, n));
        rt.data.push(choice as u8);
        choice
    })
}

/// Waits until one of `cases` is ready, or not at all with a `default`, then picks any ready one; `None` is the default.
/// The caller performs the case with [`granted`].
#[track_caller]
pub fn select(cases: Vec<Case>, default: bool) -> Option<usize> {
    with(|rt| rt.running().cases.clone_from(&cases));
    op(Kind::Select, NONE, NONE, u64::from(default));
    let ready: Vec<usize> = with(|rt| {
        (0..cases.len())
            .filter(|&i| rt.is_ready(cases[i]))
            .collect()
    });
    if ready.is_empty() {
        note(|| ": default".into());
        return None;
    }
    let case = ready[choose(ready.len())];
    note(|| format!(": case {case}"));
    Some(case)
}

/// Notifies one waiter of the condition variable: any may be the one.
#[track_caller]
pub fn notify_one(condvar: ObjId) {
    op(Kind::NotifyOne, condvar, NONE, 0);
    let asleep = obj(condvar, |o| o.waiters.iter().filter(|w| !w.1).count());
    let i = choose(asleep);
    let woken = obj(condvar, |o| {
        let (tid, notified) = o.waiters.iter_mut().filter(|w| !w.1).nth(i)?;
        *notified = true;
        Some(*tid)
    });
    with(|rt| {
        let step = rt.step.as_mut().expect("the notification is under way");
        step.result = Some(u64::from(woken.is_some()));
        step.number = woken.unwrap_or(0) as u64;
    });
    happened(|| Action::Notify {
        condvar: condvar as usize,
        all: false,
        woken: woken.into_iter().collect(),
    });
}
