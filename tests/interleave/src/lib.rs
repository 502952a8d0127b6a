//! interleave: the model-checking engine under `interleave-std`.
//!
//! Every visible operation of the learner's program goes through [`op`]: it *announces* the operation (object, kind,
//! source line), lets the strategy pick which thread runs next, and is then granted. The engine, not the shim, knows when
//! an operation is enabled (a lock is free, a channel has an item, a thread has finished ...), so no model thread ever
//! blocks "inside" an operation and "nobody is enabled" is a deadlock with a complete picture of who waits for what.
#![allow(clippy::new_without_default)]
mod backend;
mod explore;
mod spurious;
mod table;
mod virtual_time;
pub use explore::*;
pub use spurious::spurious_failure;
pub use virtual_time::advance_clock;

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, Location, catch_unwind, resume_unwind};
use std::rc::Rc;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering::{self, *}};

pub type Tid = usize;
pub type ObjId = u32;
/// This many identical reads at one line in a row count as busy-waiting: the thread then lets the others step first.
pub const SPIN: u32 = 4;
pub const NONE: ObjId = u32::MAX;
pub type Loc = &'static Location<'static>;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum K {
    Load, Store, Rmw, Fence,
    Lock, TryLock, Unlock,
    Read, TryRead, Write, TryWrite, RUnlock, WUnlock,
    CvWait, CvWake, CvWakeT, NotifyOne, NotifyAll,
    Send, SendAck, TrySend, Recv, RecvT, TryRecv, DropTx, DropRx,
    Spawn, Join, JoinScope, IsFinished, Park, ParkT, Unpark, Yield, Sleep,
    Once, OnceDone, OnceGet, OnceWait, Barrier, BarrierPass, Access, Select,
}
#[derive(Clone, Copy, Debug)]
pub struct Op { pub k: K, pub a: ObjId, pub b: ObjId, pub arg: u64, pub loc: Loc }

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OK { Atomic, Cell, Mutex, RwLock, Condvar, Channel, Once, Barrier }

/// Model state of one synchronisation object (one struct for all kinds keeps the prototype small).
#[derive(Debug)]
pub struct Obj {
    pub kind: OK, pub loc: Loc, pub n: u32,
    pub owner: Option<Tid>, pub readers: Vec<Tid>, pub waiters: Vec<(Tid, bool)>,
    pub len: usize, pub cap: usize, pub tx: usize, pub rx: bool, pub ver: u64,
    /// what a thread that synchronises on this object learns; for an atomic: what each of its messages carries
    pub view: View, pub msgs: Vec<View>, pub vals: Vec<u64>,
}
/// For each atomic (by object number) the newest message known.
pub type View = Vec<u32>;
fn join(a: &mut View, b: &View) { if a.len() < b.len() { a.resize(b.len(), 0) } for (x, y) in a.iter_mut().zip(b) { *x = (*x).max(*y) } }
fn at(v: &View, i: ObjId) -> u32 { v.get(i as usize).copied().unwrap_or(0) }
fn raise(v: &mut View, i: ObjId, ts: u32) { if v.len() <= i as usize { v.resize(i as usize + 1, 0) } v[i as usize] = v[i as usize].max(ts) }

#[derive(Clone, Copy, Debug)]
pub enum Case { Recv(ObjId), Send(ObjId) }
pub(crate) struct Task {
    pub pending: Option<Op>, pub finished: bool, pub token: bool, pub name: Option<String>, pub panicked: bool,
    pub panics: u32, pub holds: Vec<(ObjId, Loc, &'static str)>, pub wait_for: u64, pub is_yield: bool,
    pub last_read: Option<(Loc, ObjId, u64)>, pub same_reads: u32, pub abort_wait: bool, pub locals: Vec<(usize, Option<Box<dyn Any>>)>,
    pub view: View, pub rel: View, pub acq: View, pub stale: (ObjId, u32), pub cases: Vec<Case>,
}

#[derive(Clone, Debug)]
pub struct Event { pub tid: Tid, pub text: String, pub loc: Option<Loc>, pub step: bool }

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Abort { BodyDone, Deadlock, Livelock, Pruned, Nondet(String) }

pub struct Rt {
    pub(crate) epoch: u64, pub(crate) tasks: Vec<Task>, pub(crate) objs: Vec<Obj>, pub(crate) cur: Tid, pub(crate) next: Option<Tid>,
    pub(crate) fresh: Option<Tid>, pub(crate) ret: Option<Tid>, pub(crate) last: Option<Tid>, pub(crate) strat: explore::Strategy, pub(crate) abort: Option<Abort>,
    pub(crate) steps: usize, pub(crate) max_steps: usize, pub(crate) spurious_left: u32, pub(crate) trace: Option<Vec<Event>>,
    pub(crate) blocked: Vec<String>, pub(crate) lost: Vec<String>, pub(crate) leaked: usize, pub(crate) sc: View, pub(crate) clock: u64,
}

thread_local! {
    static RT: RefCell<Option<Box<Rt>>> = const { RefCell::new(None) };
    static ACTIVE: Cell<bool> = const { Cell::new(false) };
}
static EPOCH: AtomicU64 = AtomicU64::new(1);

pub(crate) struct AbortToken;

#[track_caller]
pub(crate) fn with<R>(f: impl FnOnce(&mut Rt) -> R) -> R {
    RT.with(|c| match c.borrow_mut().as_mut() {
        Some(rt) => f(rt),
        None => panic!("a model type of `std` was used outside an exploration: call it inside `interleave::outcomes`"),
    })
}
/// Is this OS thread inside a model execution?
pub fn active() -> bool { ACTIVE.get() }

/// Lazily assigned identity of an object; const-constructible, so statics work, and re-registered per execution.
pub struct Id { epoch: AtomicU64, id: AtomicU32, loc: Loc }
impl Id {
    #[track_caller]
    pub const fn new() -> Id { Id { epoch: AtomicU64::new(0), id: AtomicU32::new(0), loc: Location::caller() } }
    /// `(id, survived)`; survived: the object was last used in an earlier execution (a `static`, or captured by the body).
    pub fn get2(&self, kind: OK, init: impl FnOnce(&mut Obj)) -> (ObjId, bool) { let (id, e, _) = self.get3(kind, init); (id, e) }
    /// `(id, survived, first use in this execution)`
    pub fn get3(&self, kind: OK, init: impl FnOnce(&mut Obj)) -> (ObjId, bool, bool) {
        with(|rt| {
            let e = self.epoch.load(Relaxed);
            if e == rt.epoch { return (self.id.load(Relaxed), false, false); }
            let n = 1 + rt.objs.iter().filter(|o| o.kind == kind).count() as u32;
            let mut o = Obj { kind, loc: self.loc, n, owner: None, readers: vec![], waiters: vec![], len: 0, cap: usize::MAX, tx: 0, rx: true, ver: 0, view: vec![], msgs: vec![vec![]], vals: vec![] };
            init(&mut o);
            rt.objs.push(o);
            let id = (rt.objs.len() - 1) as u32;
            self.epoch.store(rt.epoch, Relaxed);
            self.id.store(id, Relaxed);
            (id, e != 0, true)
        })
    }
    pub fn get(&self, kind: OK) -> ObjId { self.get2(kind, |_| ()).0 }
}

pub fn obj<R>(id: ObjId, f: impl FnOnce(&mut Obj) -> R) -> R { with(|rt| f(&mut rt.objs[id as usize])) }
/// Virtual milliseconds of this execution: each look at the clock costs one, so polling loops end.
pub fn clock() -> u64 { if active() { with(|rt| { rt.clock += 1; rt.clock }) } else { 0 } }
pub fn current() -> Tid { with(|rt| rt.cur) }
pub fn finished(t: Tid) -> bool { with(|rt| rt.tasks[t].finished) }
/// Whether a thread has ended in a panic that nobody has seen by joining it.
pub fn panicked(t: Tid) -> bool { with(|rt| rt.tasks[t].panicked) }
pub fn seen(t: Tid) { with(|rt| rt.tasks[t].panicked = false) }
pub fn task_name(t: Tid) -> Option<String> { with(|rt| rt.tasks[t].name.clone()) }
pub fn panicking() -> bool { if active() { with(|rt| rt.tasks[rt.cur].panics > 0) } else { std::thread::panicking() } }
pub fn aborting() -> bool { active() && with(|rt| rt.abort.is_some()) }

/// Adds a note (result value, output line ...) to the operation granted last; only evaluated while a trace is recorded.
pub fn note(f: impl FnOnce() -> String) {
    if active() && with(|rt| rt.trace.is_some() && rt.abort.is_none()) {
        let s = f();
        with(|rt| { let me = rt.cur; if let Some(e) = rt.trace.as_mut().unwrap().iter_mut().rev().find(|e| e.step && e.tid == me) { e.text.push_str(&s) } })
    }
}
/// A line of its own in the trace (print output, a panic ...), not a step.
pub fn remark(text: String, loc: Option<Loc>) {
    if active() { with(|rt| { let tid = rt.cur; if rt.abort.is_none() && let Some(t) = rt.trace.as_mut() { t.push(Event { tid, text, loc, step: false }) } }) }
}

impl Rt {
    fn ready(&self, c: Case) -> bool {
        match c { Case::Recv(o) => { let o = &self.objs[o as usize]; o.len > 0 || o.tx == 0 } Case::Send(o) => { let o = &self.objs[o as usize]; !o.rx || o.len < o.cap } }
    }
    fn enabled(&self, t: Tid) -> bool {
        let task = &self.tasks[t];
        if task.finished { return false; }
        let Some(p) = task.pending else { return false };
        let o = |i: ObjId| &self.objs[i as usize];
        match p.k {
            K::Lock | K::Write => o(p.a).owner.is_none() && o(p.a).readers.is_empty(),
            K::Read => o(p.a).owner.is_none(),
            K::CvWake => o(p.b).owner.is_none() && (self.spurious_left > 0 || o(p.a).waiters.iter().any(|w| w.0 == t && w.1)),
            K::CvWakeT => o(p.b).owner.is_none(),
            K::Send => !o(p.a).rx || o(p.a).len < o(p.a).cap.max(1),
            K::SendAck => !o(p.a).rx || o(p.a).ver > p.arg,
            K::Recv => o(p.a).len > 0 || o(p.a).tx == 0,
            K::Join | K::JoinScope => self.tasks[p.arg as usize].finished,
            K::Park => task.token || self.spurious_left > 0,
            K::Once => o(p.a).owner.is_none(),
            K::OnceWait => o(p.a).ver == 2,
            K::Select => p.arg == 1 || task.cases.iter().any(|c| self.ready(*c)),
            K::BarrierPass => o(p.a).ver != p.arg,
            _ => true,
        }
    }
    /// Performs the granted operation's transition on the model state; returns a result code.
    fn apply(&mut self, t: Tid, p: Op) -> u64 {
        let Rt { tasks, objs, spurious_left, .. } = self;
        let held = |tasks: &mut Vec<Task>, id, how| tasks[t].holds.push((id, p.loc, how));
        macro_rules! o { ($i:expr) => { objs[$i as usize] } }
        match p.k {
            K::Store | K::Rmw => { o!(p.a).ver += 1; 0 }
            K::Lock | K::Write => { o!(p.a).owner = Some(t); held(tasks, p.a, "lock"); 0 }
            K::Read => { o!(p.a).readers.push(t); held(tasks, p.a, "read lock"); 0 }
            K::TryLock | K::TryWrite => if o!(p.a).owner.is_none() && o!(p.a).readers.is_empty() { o!(p.a).owner = Some(t); held(tasks, p.a, "lock"); 1 } else { 0 },
            K::TryRead => if o!(p.a).owner.is_none() { o!(p.a).readers.push(t); held(tasks, p.a, "read lock"); 1 } else { 0 },
            K::Unlock | K::WUnlock => { o!(p.a).owner = None; tasks[t].holds.retain(|h| h.0 != p.a); 0 }
            K::RUnlock => { let o = &mut o!(p.a); if let Some(i) = o.readers.iter().position(|&r| r == t) { o.readers.swap_remove(i); }
                            if let Some(i) = tasks[t].holds.iter().rposition(|h| h.0 == p.a) { tasks[t].holds.remove(i); } 0 }
            K::CvWait => { o!(p.a).waiters.push((t, false)); o!(p.b).owner = None; tasks[t].holds.retain(|h| h.0 != p.b); 0 }
            K::CvWake | K::CvWakeT => {
                let i = o!(p.a).waiters.iter().position(|w| w.0 == t).unwrap();
                let (_, notified) = o!(p.a).waiters.remove(i);
                if !notified && p.k == K::CvWake { *spurious_left -= 1; }
                o!(p.b).owner = Some(t); held(tasks, p.b, "lock"); notified as u64
            }
            K::NotifyAll => { let mut n = 0; for w in &mut o!(p.a).waiters { n += !w.1 as u64; w.1 = true } n }
            K::Send | K::TrySend => { let o = &mut o!(p.a); if !o.rx { 2 } else if o.len < o.cap.max(1) && (o.cap > 0 || p.k == K::Send) { o.len += 1; 1 } else { 0 } }
            K::Recv | K::TryRecv | K::RecvT => { let o = &mut o!(p.a); if o.len > 0 { o.len -= 1; o.ver += 1; 1 } else if o.tx == 0 { 2 } else { 0 } }
            K::DropTx => { o!(p.a).tx -= 1; 0 }
            K::DropRx => { o!(p.a).rx = false; 0 }
            K::Unpark => { tasks[p.arg as usize].token = true; 0 }
            K::Park | K::ParkT => { let had = std::mem::take(&mut tasks[t].token); if !had && p.k == K::Park { *spurious_left -= 1 } had as u64 }
            K::IsFinished => tasks[p.arg as usize].finished as u64,
            K::Once => { if o!(p.a).ver == 2 { 0 } else { let r = if o!(p.a).ver == 3 { 3 } else { 1 }; o!(p.a).owner = Some(t); o!(p.a).ver = 1; held(tasks, p.a, "initialisation"); r } }
            K::OnceDone => { o!(p.a).owner = None; o!(p.a).ver = p.arg; tasks[t].holds.retain(|h| h.0 != p.a); 0 }
            K::OnceGet => (o!(p.a).ver == 2) as u64,
            K::Barrier => { let o = &mut o!(p.a); o.len += 1; if o.len >= o.cap { o.len = 0; o.ver += 1; 1 } else { 0 } }
            _ => 0,
        }
    }
    /// Decides who runs next. `None`: back to the root loop, which ends the execution (self.abort says why).
    pub(crate) fn pick(&mut self) -> Option<Tid> {
        if self.abort.is_some() { return None; }
        // a new thread runs to its first operation, then its parent goes on to its next one: no choices here
        if let Some(t) = self.fresh.take().or_else(|| self.ret.take()) { return Some(t); }
        if self.tasks[0].finished { self.abort = Some(Abort::BodyDone); return None; }
        let mut en = 0u64;
        for t in 0..self.tasks.len() { if self.enabled(t) { en |= 1 << t; } }
        if en == 0 { self.abort = Some(Abort::Deadlock); self.blocked = table::blocked(self); return None; }
        self.steps += 1;
        HEART.store(HEART.load(Relaxed) + 1, Relaxed);
        if self.steps > self.max_steps { self.abort = Some(Abort::Livelock); return None; }
        // A yielding (or spinning) thread lets every enabled, non-yielding thread make a step first.
        let yielding = (0..self.tasks.len()).filter(|&t| self.tasks[t].is_yield).fold(0u64, |m, t| m | 1 << t);
        let mut fair = en;
        for t in 0..self.tasks.len() { if en >> t & 1 == 1 && self.tasks[t].is_yield && self.tasks[t].wait_for & en & !yielding != 0 { fair &= !(1 << t); } }
        if fair == 0 { fair = en; }
        let mut strat = std::mem::replace(&mut self.strat, explore::Strategy::Taken);
        let r = strat.choose(self, fair);
        self.strat = strat;
        let t = r?;
        for u in 0..self.tasks.len() { self.tasks[u].wait_for &= !(1 << t); }
        self.last = Some(t);
        Some(t)
    }
    /// Happens-before through locks, channels, joins ...
    fn synchronise(&mut self, t: Tid, p: Op) {
        match p.k {
            K::Load | K::Store | K::Rmw | K::Fence | K::Access => {}
            K::Join | K::JoinScope => { let v = std::mem::take(&mut self.tasks[p.arg as usize].view); join(&mut self.tasks[t].view, &v); self.tasks[p.arg as usize].view = v; }
            K::Unpark => { let v = self.tasks[t].view.clone(); join(&mut self.tasks[p.arg as usize].acq, &v); }
            K::Park | K::ParkT => { let v = self.tasks[t].acq.clone(); join(&mut self.tasks[t].view, &v); }
            _ => for o in [p.a, p.b] { if o != NONE { let Rt { tasks, objs, .. } = self; let (tv, ov) = (&mut tasks[t].view, &mut objs[o as usize].view); join(tv, ov); join(ov, tv); } }
        }
    }
    /// Which message a load reads: any not older than what the thread knows (0 = newest first).
    fn candidates(&self, t: Tid, o: ObjId, ord: Ordering) -> (u32, u32) {
        let newest = self.objs[o as usize].msgs.len() as u32 - 1;
        let mut low = at(&self.tasks[t].view, o);
        if ord == SeqCst { low = low.max(at(&self.sc, o)) }
        if self.tasks[t].stale.0 == o && self.tasks[t].stale.1 >= 2 { low = newest } // eventually stores are seen
        (low, newest)
    }
    fn read(&mut self, t: Tid, o: ObjId, ts: u32, ord: Ordering) {
        let Rt { tasks, objs, .. } = self;
        let (task, ob) = (&mut tasks[t], &objs[o as usize]);
        let newest = ob.msgs.len() as u32 - 1;
        task.stale = if ts < newest { (o, if task.stale.0 == o { task.stale.1 + 1 } else { 1 }) } else { (NONE, 0) };
        raise(&mut task.view, o, ts);
        let m = &ob.msgs[ts as usize];
        if matches!(ord, Acquire | AcqRel | SeqCst) { join(&mut task.view, m) } else { join(&mut task.acq, m) }
    }
    fn write(&mut self, t: Tid, o: ObjId, ord: Ordering, rmw: bool) {
        let Rt { tasks, objs, sc, .. } = self;
        let (task, ob) = (&mut tasks[t], &mut objs[o as usize]);
        let ts = ob.msgs.len() as u32;
        raise(&mut task.view, o, ts);
        let mut m = if matches!(ord, Release | AcqRel | SeqCst) { task.view.clone() } else { task.rel.clone() };
        raise(&mut m, o, ts);
        if rmw { join(&mut m, &ob.msgs[ts as usize - 1]) } // release sequence
        ob.msgs.push(m);
        if ord == SeqCst { raise(sc, o, ts) }
    }
    pub(crate) fn dependent(&self, p: Op, q: Op) -> bool {
        let read = |k| matches!(k, K::Load | K::Read | K::RUnlock | K::OnceGet);
        if p.k == K::Spawn && q.k == K::Spawn { return true; } // thread numbers
        if p.k == K::Select || q.k == K::Select { return true; }
        if p.k == K::Fence || q.k == K::Fence { return true; }
        if p.k == K::Unpark || q.k == K::Unpark || p.k == K::IsFinished || q.k == K::IsFinished { return true; }
        if self.spurious_left > 0 && matches!(p.k, K::CvWake | K::Park) && matches!(q.k, K::CvWake | K::Park) { return true; }
        let share = [p.a, p.b].iter().any(|&x| x != NONE && (x == q.a || x == q.b));
        share && !(read(p.k) && read(q.k))
    }
}

/// Announce, schedule, perform.
#[track_caller]
pub fn op(k: K, a: ObjId, b: ObjId, arg: u64) -> u64 { op_at(k, a, b, arg, Location::caller()) }
pub fn op_at(k: K, a: ObjId, b: ObjId, arg: u64, loc: Loc) -> u64 {
    let p = Op { k, a, b, arg, loc };
    LAST.store(loc as *const _ as *mut _, Relaxed);
    let (me, aborting, unwinding) = with(|rt| (rt.cur, rt.abort.is_some(), rt.tasks[rt.cur].panics > 0));
    if aborting && !unwinding && k != K::JoinScope { with(|rt| rt.tasks[rt.cur].panics += 1); resume_unwind(Box::new(AbortToken)) }
    let direct = with(|rt| {
        let ver = if a == NONE || k != K::Load { 0 } else { rt.objs[a as usize].ver };
        let others = (0..rt.tasks.len()).filter(|&t| t != me && rt.enabled(t)).fold(0, |m, t| m | 1 << t);
        let t = &mut rt.tasks[me];
        t.pending = Some(p);
        t.same_reads = if k == K::Load && t.last_read == Some((loc, a, ver)) { t.same_reads + 1 } else { 0 };
        let spin = t.same_reads >= SPIN; // a busy-wait loop without a hint
        t.last_read = if k == K::Load { Some((loc, a, ver)) } else if k == K::Yield { t.last_read } else { None };
        t.is_yield = spin || matches!(k, K::Yield | K::Sleep);
        t.wait_for = if t.is_yield { others } else { 0 };
        // while unwinding (or tearing down) an enabled operation is performed at once, without a scheduling point
        (aborting || unwinding) && rt.enabled(me)
    });
    if !direct {
        loop {
            switch(me);
            let (ab, en, unw) = with(|rt| (rt.abort.is_some(), rt.enabled(me), rt.tasks[me].panics > 0));
            if !ab { break; }
            if !unw && k != K::JoinScope { with(|rt| rt.tasks[me].panics += 1); resume_unwind(Box::new(AbortToken)) }
            if en { break; }
            with(|rt| rt.tasks[me].abort_wait = true);
        }
    }
    with(|rt| {
        rt.tasks[me].pending = None;
        rt.tasks[me].is_yield = false;
        let r = rt.apply(me, p);
        rt.synchronise(me, p);
        if rt.trace.is_some() && rt.abort.is_none() { let text = table::op_text(rt, p, r); rt.trace.as_mut().unwrap().push(Event { tid: me, text, loc: Some(loc), step: true }); }
        r
    })
}
fn switch(me: Tid) {
    let next = with(|rt| { let n = rt.pick(); rt.next = n; n });
    if next == Some(me) { return; }
    backend::suspend();
    with(|rt| rt.cur = me);
}
/// A data choice in `0..n` (which waiter `notify_one` wakes, whether a weak CAS fails ...).
pub fn choose(n: usize) -> usize {
    if n <= 1 { return 0; }
    with(|rt| { if rt.abort.is_some() { return 0; }
        let mut s = std::mem::replace(&mut rt.strat, explore::Strategy::Taken);
        let r = s.choose_data(rt, n); rt.strat = s; r })
}
/// The message (index into the atomic's history) that a granted load reads.
/// Some(value) if it is not the newest.
pub fn load_message(o: ObjId, ord: Ordering) -> Option<u64> {
    let (low, newest) = with(|rt| rt.candidates(rt.cur, o, ord));
    let ts = newest - choose((newest - low + 1) as usize) as u32;
    with(|rt| { let t = rt.cur; rt.read(t, o, ts, ord) });
    if ts == newest { None } else { obj(o, |o| o.vals.get(ts as usize).copied()) }
}
/// `old` is the value that is overwritten.
pub fn store_message(o: ObjId, old: u64, ord: Ordering) { with(|rt| { let t = rt.cur; rt.objs[o as usize].vals.push(old); rt.write(t, o, ord, false) }) }
pub fn rmw_message(o: ObjId, old: u64, ord: Ordering, failure: Option<Ordering>) {
    with(|rt| { let t = rt.cur; let newest = rt.objs[o as usize].msgs.len() as u32 - 1;
        rt.read(t, o, newest, failure.unwrap_or(ord));
        if failure.is_none() { rt.objs[o as usize].vals.push(old); rt.write(t, o, ord, true) } })
}
pub fn fence(ord: Ordering) {
    with(|rt| { let Rt { tasks, sc, cur, .. } = rt; let t = &mut tasks[*cur];
        if matches!(ord, Acquire | AcqRel | SeqCst) { let a = t.acq.clone(); join(&mut t.view, &a) }
        if ord == SeqCst { join(&mut t.view, sc); join(sc, &t.view) }
        if matches!(ord, Release | AcqRel | SeqCst) { t.rel = t.view.clone() } })
}
/// An access through `UnsafeCell::get`: it must know every access before it. Err: the race.
pub fn access(o: ObjId) -> bool {
    with(|rt| { let t = rt.cur; let newest = rt.objs[o as usize].msgs.len() as u32 - 1;
        let ok = at(&rt.tasks[t].view, o) == newest || rt.abort.is_some();
        rt.objs[o as usize].msgs.push(vec![]); raise(&mut rt.tasks[t].view, o, newest + 1); ok })
}
/// crossbeam's `select!`: waits until a case is ready (or not at all, with a default), then picks any ready one.
/// The caller performs it with [`granted`].
#[track_caller]
pub fn select(cases: Vec<Case>, default: bool) -> Option<usize> {
    with(|rt| { let t = rt.cur; rt.tasks[t].cases = cases.clone() });
    op(K::Select, NONE, NONE, default as u64);
    let ready: Vec<usize> = with(|rt| (0..cases.len()).filter(|&i| rt.ready(cases[i])).collect());
    if ready.is_empty() { note(|| " → default".into()); return None; }
    let i = ready[choose(ready.len())];
    note(|| format!(" → case {i}"));
    Some(i)
}
/// Performs an operation without a scheduling point, as the second half of one that was granted.
#[track_caller]
pub fn granted(k: K, a: ObjId) -> u64 {
    let p = Op { k, a, b: NONE, arg: 0, loc: Location::caller() };
    with(|rt| { let t = rt.cur; let r = rt.apply(t, p); rt.synchronise(t, p); r })
}
/// notify_one: any waiter may be the one that is woken.
#[track_caller]
pub fn notify_one(cv: ObjId) {
    op(K::NotifyOne, cv, NONE, 0);
    let n = obj(cv, |o| o.waiters.iter().filter(|w| !w.1).count());
    let i = choose(n);
    let woken = obj(cv, |o| o.waiters.iter_mut().filter(|w| !w.1).nth(i).map(|w| { w.1 = true; w.0 }));
    note(|| match woken { Some(t) => format!(" → wakes t{t}"), None => " → nobody is waiting: lost".into() });
}

pub type Slot<T> = Rc<RefCell<Option<std::thread::Result<T>>>>;
/// Starts a model thread. The closure must not outlive what it borrows (scoped threads join before their frame goes).
#[track_caller]
pub fn spawn<T>(name: Option<String>, f: impl FnOnce() -> T) -> (Tid, Slot<T>) {
    let loc = Location::caller();
    op_at(K::Spawn, NONE, NONE, 0, loc);
    let slot: Slot<T> = Rc::new(RefCell::new(None));
    let s = slot.clone();
    let tid = with(|rt| {
        assert!(rt.tasks.len() < 60, "the model runs at most 60 threads");
        rt.tasks.push(new_task(name));
        let v = rt.tasks[rt.cur].view.clone(); rt.tasks.last_mut().unwrap().view = v;
        rt.fresh = Some(rt.tasks.len() - 1);
        rt.tasks.len() - 1
    });
    note(|| format!(" t{tid}"));
    let me = current();
    backend::spawn(root(tid, f, s));
    // let it run to its first operation at once
    with(|rt| { rt.ret = Some(me); rt.next = rt.pick() });
    backend::suspend();
    with(|rt| rt.cur = me);
    (tid, slot)
}
pub(crate) fn new_task(name: Option<String>) -> Task {
    Task { pending: None, finished: false, token: false, name, panicked: false, panics: 0, holds: vec![], wait_for: 0, is_yield: false, last_read: None, same_reads: 0, abort_wait: false, locals: vec![], view: vec![], rel: vec![], acq: vec![], stale: (NONE, 0), cases: vec![] }
}
pub(crate) fn root<'a, T: 'a>(tid: Tid, f: impl FnOnce() -> T + 'a, slot: Slot<T>) -> Box<dyn FnOnce() + 'static> {
    let b: Box<dyn FnOnce() + 'a> = Box::new(move || {
        with(|rt| rt.cur = tid);
        let r = catch_unwind(AssertUnwindSafe(f));
        with(|rt| rt.tasks[tid].panics = 0);
        // thread-locals, last first; a destructor may create new ones
        while let Some((_, v)) = with(|rt| rt.tasks[tid].locals.pop()) { let _ = catch_unwind(AssertUnwindSafe(|| drop(v))); with(|rt| rt.tasks[tid].panics = 0); }
        match r {
            Err(p) if p.is::<AbortToken>() => {}
            r => { if r.is_err() { with(|rt| rt.tasks[tid].panicked = true) }
                   if tid != 0 && let Err(p) = &r { let m = message(&**p); with(|rt| if rt.abort.is_none() { rt.lost.push(format!("t{tid}: {m}")) }); }
                   *slot.borrow_mut() = Some(r) }
        }
        with(|rt| { rt.tasks[tid].finished = true; rt.tasks[tid].pending = None; });
        if with(|rt| rt.abort.is_none()) { with(|rt| { rt.next = rt.pick() }); }
    });
    // SAFETY: see `spawn`
    unsafe { std::mem::transmute(b) }
}
pub fn message(p: &(dyn Any + Send)) -> String {
    p.downcast_ref::<&str>().map(|s| s.to_string()).or_else(|| p.downcast_ref::<String>().cloned()).unwrap_or_else(|| "Box<dyn Any>".into())
}

/// Per-thread storage behind the shim's `thread_local!`: None = already destroyed.
pub fn local(key: usize) -> Option<Option<*const dyn Any>> {
    with(|rt| { let t = rt.cur; rt.tasks[t].locals.iter().find(|l| l.0 == key).map(|l| l.1.as_deref().map(|b| b as *const dyn Any)) })
}
pub fn local_init(key: usize, v: Box<dyn Any>) { with(|rt| { let t = rt.cur; rt.tasks[t].locals.push((key, Some(v))) }) }

/// `std::panic::catch_unwind` for learner code: keeps the per-model-thread panic count right and lets teardown through.
pub fn model_catch<R>(f: impl FnOnce() -> R) -> std::thread::Result<R> {
    let r = catch_unwind(AssertUnwindSafe(f));
    match r {
        Err(p) if active() => { if p.is::<AbortToken>() { resume_unwind(p) } with(|rt| { let c = rt.cur; let n = &mut rt.tasks[c].panics; *n = n.saturating_sub(1) }); Err(p) }
        r => r,
    }
}
pub fn model_resume(p: Box<dyn Any + Send>) -> ! { if active() { with(|rt| { let c = rt.cur; rt.tasks[c].panics += 1 }) } resume_unwind(p) }
/// For `thread::scope`: catches everything, teardown included.
pub fn catch_all<R>(f: impl FnOnce() -> R) -> std::thread::Result<R> {
    let r = catch_unwind(AssertUnwindSafe(f));
    if r.is_err() { with(|rt| { let c = rt.cur; let n = &mut rt.tasks[c].panics; *n = n.saturating_sub(1) }) }
    r
}
/// Goes on with the teardown that `thread::scope` had to interrupt to wait for its children.
pub fn continue_teardown() { if aborting() && !panicking() { with(|rt| { let c = rt.cur; rt.tasks[c].panics += 1 }); resume_unwind(Box::new(AbortToken)) } }
pub fn resume_any(p: Box<dyn Any + Send>) -> ! { with(|rt| { let c = rt.cur; rt.tasks[c].panics += 1 }); resume_unwind(p) }

pub(crate) fn install_hook() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| {
        let old = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if !ACTIVE.try_with(|a| a.get()).unwrap_or(false) { return old(info); }
            let msg = message(info.payload());
            let l = info.location().map(|l| format!(" ({}:{})", table::short(l.file()), l.line())).unwrap_or_default();
            RT.with(|c| if let Ok(mut b) = c.try_borrow_mut() && let Some(rt) = b.as_mut() {
                let t = rt.cur; rt.tasks[t].panics += 1;
                if rt.abort.is_none() && let Some(tr) = rt.trace.as_mut() { tr.push(Event { tid: t, text: format!("PANIC: {msg}{l}"), loc: None, step: false }) }
            });
        }));
    });
}

/// Explorations of one process take turns: learner statics are shared between test threads.
pub(crate) fn serial() -> impl Sized {
    thread_local! { static HELD: Cell<u32> = const { Cell::new(0) } }
    static LOCK: std::sync::Mutex<()> = std::sync::Mutex::new(());
    struct G(#[allow(dead_code)] Option<std::sync::MutexGuard<'static, ()>>);
    impl Drop for G { fn drop(&mut self) { HELD.set(HELD.get() - 1) } }
    let g = (HELD.get() == 0).then(|| LOCK.lock().unwrap_or_else(|e| e.into_inner()));
    HELD.set(HELD.get() + 1);
    G(g)
}
static HEART: AtomicU64 = AtomicU64::new(0);
static RUNNING: std::sync::atomic::AtomicBool = std::sync::atomic::AtomicBool::new(false);
static LAST: std::sync::atomic::AtomicPtr<Location<'static>> = std::sync::atomic::AtomicPtr::new(std::ptr::null_mut());
/// A learner's loop without any operation (or a real blocking call) would hang the whole test binary: say where and stop.
fn watchdog() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| { std::thread::spawn(|| loop {
        let before = HEART.load(Relaxed);
        std::thread::sleep(std::time::Duration::from_secs(10));
        if RUNNING.load(Relaxed) && HEART.load(Relaxed) == before {
            let l = LAST.load(Relaxed);
            eprintln!("a model thread has run for 10 s without touching a lock, an atomic, a channel ...: an endless loop, or a real blocking call? (last operation: {})", if l.is_null() { "none".into() } else { unsafe { &*l }.to_string() });
            std::process::exit(101);
        }
    }); });
}
/// Is this address in the executable's own data (a `static`)? Linux only: elsewhere static locks are refused.
fn is_static(a: usize) -> bool {
    #[cfg(target_os = "linux")]
    { unsafe extern "C" { static __ehdr_start: u8; static _end: u8; } ((&raw const __ehdr_start) as usize..(&raw const _end) as usize).contains(&a) }
    #[cfg(not(target_os = "linux"))]
    { let _ = a; false }
}
/// First use of a lock in this execution. A `static` gets back the bytes it had before its first use ever (a const
/// initialiser owns no memory, so the bytes may be used again; what the last execution left there is leaked).
/// Returns false if the value came from an earlier execution and cannot be reset.
pub unsafe fn reset_static(p: *mut u8, size: usize, survived: bool) -> bool {
    static SAVED: std::sync::Mutex<std::collections::BTreeMap<usize, Box<[u8]>>> = std::sync::Mutex::new(std::collections::BTreeMap::new());
    if !is_static(p as usize) { return !survived; }
    let mut s = SAVED.lock().unwrap();
    match s.get(&(p as usize)) {
        Some(b) => unsafe { std::ptr::copy_nonoverlapping(b.as_ptr(), p, size) },
        None => { let b = unsafe { std::slice::from_raw_parts(p, size) }.into(); s.insert(p as usize, b); }
    }
    true
}
/// Runs one execution of `body` under the given strategy; returns the runtime afterwards and what the body returned.
pub(crate) fn execute<T>(strat: explore::Strategy, max_steps: usize, spurious: u32, trace: bool, body: &dyn Fn() -> T) -> (Box<Rt>, Option<std::thread::Result<T>>) {
    install_hook();
    watchdog();
    HEART.fetch_add(1, Relaxed);
    RUNNING.store(true, Relaxed);
    assert!(!active(), "explorations do not nest");
    let rt = Box::new(Rt { epoch: EPOCH.fetch_add(1, Relaxed), tasks: vec![new_task(Some("main".into()))], objs: vec![], cur: 0, next: None, fresh: None, ret: None,
        last: None, strat, abort: None, steps: 0, max_steps, spurious_left: spurious, trace: trace.then(Vec::new), blocked: vec![], lost: vec![], leaked: 0, sc: vec![], clock: 0 });
    RT.with(|c| *c.borrow_mut() = Some(rt));
    ACTIVE.set(true);
    let slot: Slot<T> = Rc::new(RefCell::new(None));
    backend::run(root(0, body, slot.clone()));
    ACTIVE.set(false);
    RUNNING.store(false, Relaxed);
    let rt = RT.with(|c| c.borrow_mut().take()).unwrap();
    let r = slot.borrow_mut().take();
    (rt, r)
}
pub(crate) fn rt_abort_order() -> Option<Tid> {
    // teardown: youngest first (scoped children before the frame they borrow from); one that waits in a destructor only when it can go on
    with(|rt| {
        let t = (0..rt.tasks.len()).rev().find(|&t| !rt.tasks[t].finished && (!rt.tasks[t].abort_wait || rt.enabled(t)))?;
        rt.tasks[t].abort_wait = false; Some(t)
    })
}
