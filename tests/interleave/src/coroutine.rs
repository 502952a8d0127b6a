//! Model threads are coroutines on one OS thread; the root loop resumes the one that the strategy has chosen.

use crate::runtime::with;
use corosensei::stack::DefaultStack;
use corosensei::{Coroutine, CoroutineResult, Yielder};
use std::cell::{Cell, RefCell};

type Thread = Coroutine<(), (), (), DefaultStack>;
type Main = Box<dyn FnOnce()>;

/// Bytes of stack a thread: learners' programs are shallow, and thousands of stacks are made.
const STACK: usize = 256 * 1024;

thread_local! {
    /// How the running coroutine gets back to the root loop.
    static YIELDER: Cell<*const Yielder<(), ()>> = const { Cell::new(std::ptr::null()) };
    /// Threads started since the root loop ran last.
    static STARTED: RefCell<Vec<Main>> = const { RefCell::new(Vec::new()) };
    /// Stacks of ended threads, to be used again.
    static STACKS: RefCell<Vec<DefaultStack>> = const { RefCell::new(Vec::new()) };
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
    let stack = STACKS.with(|s| s.borrow_mut().pop()).unwrap_or_else(|| {
        DefaultStack::new(STACK).expect("the system gives memory for a thread's stack")
    });
    Coroutine::with_stack(stack, move |yielder: &Yielder<(), ()>, ()| {
        YIELDER.set(yielder);
        main();
    })
}

/// Runs an execution to its end, teardown included.
pub(crate) fn run(body: Main) {
    let mut threads: Vec<Option<Thread>> = vec![Some(coroutine(body))];
    let mut next = Some(0);
    while let Some(t) =
        next.or_else(|| with(|rt| rt.abort.is_some().then(|| rt.next_to_unwind())?))
    {
        with(|rt| {
            rt.cur = t;
            rt.next = None;
        });
        let thread = threads[t].as_mut().expect("a chosen thread lives");
        if let CoroutineResult::Return(()) = thread.resume(()) {
            let ended = threads[t].take().expect("it has just run");
            STACKS.with(|s| s.borrow_mut().push(ended.into_stack()));
        }
        let started = STARTED.with(|s| std::mem::take(&mut *s.borrow_mut()));
        threads.extend(started.into_iter().map(|main| Some(coroutine(main))));
        next = with(|rt| rt.next.take());
    }
    for thread in threads.into_iter().flatten() {
        // It waits in a destructor for something that never comes. Dropping it would unwind a second time.
        with(|rt| rt.leaked += 1);
        std::mem::forget(thread);
    }
}
