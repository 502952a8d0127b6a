//! Starting and ending model threads.

use crate::announce::op_at;
use crate::coroutine;
use crate::locals::destroy_locals;
use crate::object::NONE;
use crate::op::{Kind, Loc, Tid};
use crate::runtime::with;
use crate::task::Task;
use crate::unwinding::message;
use std::any::Any;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, Location, catch_unwind};
use std::rc::Rc;
use std::thread;

/// Threads of one execution, the body's included: sets of threads are 64-bit words.
const MAX_THREADS: usize = 60;

/// Where a thread leaves its result.
pub type Slot<T> = Rc<Cell<Option<thread::Result<T>>>>;

/// Starts a model thread. The closure must not outlive what it borrows: scoped threads join before their frame goes.
///
/// # Panics
/// Beyond 60 threads in one execution.
#[track_caller]
pub fn spawn<T>(name: Option<String>, f: impl FnOnce() -> T) -> (Tid, Slot<T>) {
    let tid = announce(name, Location::caller());
    let slot: Slot<T> = Rc::default();
    start(main_of(tid, f, slot.clone()));
    (tid, slot)
}

/// Of one type only, as all is that can be, and never put into its callers: a lesson's tests start threads of a hundred
/// types, and would be compiled with a hundred copies.
#[inline(never)]
fn announce(name: Option<String>, location: Loc) -> Tid {
    op_at(Kind::Spawn, NONE, NONE, 0, location);
    register(name)
}

#[inline(never)]
fn start(main: Box<dyn FnOnce()>) {
    let me = with(|rt| rt.cur);
    coroutine::start(main);
    // It runs to its first operation at once.
    with(|rt| {
        rt.parent = Some(me);
        rt.next = rt.pick();
    });
    coroutine::suspend();
    with(|rt| rt.cur = me);
}

fn register(name: Option<String>) -> Tid {
    with(|rt| {
        let tid = rt.tasks.len();
        assert!(
            tid < MAX_THREADS,
            "the model runs at most {MAX_THREADS} threads"
        );
        let mut task = Task::new(name, rt.spurious);
        task.view = rt.running().view.clone();
        task.span = rt.running().span.start();
        rt.tasks.push(task);
        rt.fresh = Some(tid);
        tid
    })
}

/// What the coroutine of thread `tid` runs. The lifetime of `f` is forgotten here.
pub(crate) fn main_of<'a, T: 'a>(
    tid: Tid,
    f: impl FnOnce() -> T + 'a,
    slot: Slot<T>,
) -> Box<dyn FnOnce() + 'static> {
    let main: Box<dyn FnOnce() + 'a> = Box::new(move || {
        let (mut body, mut value) = (Some(f), None);
        let ended = run_to_its_end(tid, &mut || value = body.take().map(|f| f()));
        let result = match (ended, value) {
            (Err(payload), _) => Err(payload),
            (Ok(()), value) => Ok(value.expect("a body that has ended has a value")),
        };
        slot.set(Some(result));
        finish(tid);
    });
    // SAFETY: only the lifetime changes. The box runs at most once, on this OS thread, and never after its execution has
    // ended: `coroutine::run` then abandons every thread that is left. The body's closure is borrowed by the caller of
    // `execute` for longer than that, `std::thread::spawn` demands 'static closures, and a scope does not leave its
    // frame before its threads have ended.
    unsafe { std::mem::transmute(main) }
}

#[inline(never)]
fn run_to_its_end(tid: Tid, body: &mut dyn FnMut()) -> thread::Result<()> {
    with(|rt| rt.cur = tid);
    let ended = catch_unwind(AssertUnwindSafe(body));
    end_of_body(tid);
    if let Err(payload) = &ended {
        ended_in_panic(tid, &**payload);
    }
    ended
}

fn end_of_body(tid: Tid) {
    with(|rt| rt.tasks[tid].panics = 0);
    destroy_locals(tid);
}

fn ended_in_panic(tid: Tid, payload: &(dyn Any + Send)) {
    let text = message(payload);
    with(|rt| {
        rt.tasks[tid].panicked = true;
        if tid != 0 {
            rt.lost.push((tid, text));
        }
    });
}

#[inline(never)]
fn finish(tid: Tid) {
    with(|rt| {
        rt.tasks[tid].finished = true;
        rt.tasks[tid].pending = None;
        rt.next = rt.pick();
    });
}

/// Whether thread `t` has ended.
pub fn finished(t: Tid) -> bool {
    with(|rt| rt.tasks[t].finished)
}

/// Whether thread `t` has ended in a panic that nobody has seen by joining it. Who asks has seen it.
pub fn panicked(t: Tid) -> bool {
    with(|rt| {
        rt.panic_seen(t);
        rt.tasks[t].panicked
    })
}

/// Says that the panic of thread `t`, if any, has been seen: it is not lost, and a scope does not pass it on (again).
pub fn seen(t: Tid) {
    with(|rt| {
        rt.tasks[t].panicked = false;
        rt.lost.retain(|(tid, _)| *tid != t);
    });
}

/// The name that the learner gave thread `t`.
pub fn task_name(t: Tid) -> Option<String> {
    with(|rt| rt.tasks[t].name.clone())
}
