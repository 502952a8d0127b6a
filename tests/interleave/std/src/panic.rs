//! `std::panic`, counting panics by model thread.
//!
//! Model threads share one OS thread, so the real count of panics would make one thread's panic every thread's.

pub use ::std::panic::*;

use ::std::any::Any;

type Hook = Box<dyn Fn(&PanicHookInfo<'_>) + Sync + Send + 'static>;

/// Runs `f` and gives its panic as an `Err`. The explorer's own unwinding, which ends an execution, passes through.
pub fn catch_unwind<F: FnOnce() -> R + UnwindSafe, R>(f: F) -> ::std::thread::Result<R> {
    interleave::model_catch(f)
}

/// Goes on with a panic that was caught, without calling the panic hook.
///
/// # Panics
/// Always: that is its work.
pub fn resume_unwind(payload: Box<dyn Any + Send>) -> ! {
    interleave::model_resume(payload)
}

/// Sets the panic hook. Within an execution the hook is dropped unused: the explorer's own must stay, because it is what
/// counts the panics.
pub fn set_hook(hook: Hook) {
    if !interleave::active() {
        ::std::panic::set_hook(hook);
    }
}

/// Takes the panic hook out. Within an execution the explorer's hook stays, and the one returned does nothing.
pub fn take_hook() -> Hook {
    if interleave::active() {
        return Box::new(|_| ());
    }
    ::std::panic::take_hook()
}
