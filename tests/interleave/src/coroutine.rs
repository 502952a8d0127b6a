//! Model threads are coroutines on one OS thread; the root loop resumes the one that the strategy has chosen.

use crate::overflow;
use crate::runtime::with;
use corosensei::stack::{DefaultStack, Stack};
use corosensei::{Coroutine, CoroutineResult, Yielder};
use std::cell::{Cell, RefCell};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A model thread and the lowest and the highest address of its stack.
struct Thread {
    coroutine: Coroutine<(), (), (), DefaultStack>,
    limit: usize,
    base: usize,
}

type Main = Box<dyn FnOnce()>;

/// Bytes of stack a thread: learners' programs are shallow, and thousands of stacks are made.
const STACK: usize = 256 * 1024;

thread_local! {
    /// How the running coroutine gets back to the root loop.
    static YIELDER: Cell<*const Yielder<(), ()>> = const { Cell::new(std::ptr::null()) };
    /// Threads started since the root loop ran last.
    static STARTED: RefCell<Vec<Main>> = const { RefCell::new(Vec::new()) };
}

/// Stacks of ended threads, to be used again: also by later explorations, which run on other OS threads.
static STACKS: Mutex<Vec<DefaultStack>> = Mutex::new(Vec::new());

fn stacks() -> MutexGuard<'static, Vec<DefaultStack>> {
    STACKS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Goes back to the root loop until this thread is resumed.
pub(crate) fn suspend() {
    let yielder = YIELDER.get();
    // SAFETY: the pointer was set by the coroutine that runs now when it began or was resumed (below), and its yielder
    // lives on its stack until it ends. Only code inside a coroutine gets here, since operations outside an exploration
    // panic before.
    unsafe { (*yielder).suspend(()) };
    YIELDER.set(yielder);
}

/// Starts a thread; the root loop takes it up when it runs next.
pub(crate) fn start(main: Main) {
    STARTED.with(|s| s.borrow_mut().push(main));
}

fn coroutine(main: Main) -> Thread {
    let stack = stacks().pop().unwrap_or_else(|| {
        DefaultStack::new(STACK).expect("the system gives memory for a thread's stack")
    });
    Thread {
        limit: stack.limit().get(),
        base: stack.base().get(),
        coroutine: Coroutine::with_stack(stack, move |yielder: &Yielder<(), ()>, ()| {
            YIELDER.set(yielder);
            main();
        }),
    }
}

/// Runs an execution until the body has returned or the strategy ends it.
pub(crate) fn run(body: Main) {
    let mut threads: Vec<Option<Thread>> = vec![Some(coroutine(body))];
    let mut next = Some(0);
    while let Some(t) = next {
        with(|rt| {
            rt.cur = t;
            rt.next = None;
        });
        let thread = threads[t].as_mut().expect("a chosen thread lives");
        overflow::running_on(t, thread.limit, thread.base);
        if let CoroutineResult::Return(()) = thread.coroutine.resume(()) {
            let ended = threads[t].take().expect("it has just run");
            keep_stack(ended);
        }
        let started = STARTED.with(|s| std::mem::take(&mut *s.borrow_mut()));
        threads.extend(started.into_iter().map(|main| Some(coroutine(main))));
        next = with(|rt| rt.next.take());
    }
    overflow::running_nowhere();
    threads.into_iter().flatten().for_each(abandon);
}

/// Ends a thread where it stands, as the end of a process does. Unwinding it would run the learner's destructors in a
/// world where nobody else goes on: one that joins a worker and unwraps the result would panic while unwinding and
/// abort the process. What lives on its stack is leaked.
fn abandon(mut thread: Thread) {
    // SAFETY: the frames are given up without running their destructors, as if by `mem::forget`. Nobody can reach into
    // them any more: the execution has ended, so no thread that borrows from them (a scoped one) is ever resumed, and
    // what outlives the execution, the body's value, was returned by the body and borrows from no frame.
    unsafe { thread.coroutine.force_reset() };
    keep_stack(thread);
}

fn keep_stack(ended: Thread) {
    stacks().push(ended.coroutine.into_stack());
}
