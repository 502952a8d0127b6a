//! A learner's endless recursion overflows the stack of a coroutine, where std's own handler knows nothing: name the thread.

use crate::op::Tid;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// The lowest and the highest address of the running thread's stack, guard page included, and its number.
static LIMIT: AtomicUsize = AtomicUsize::new(0);
static BASE: AtomicUsize = AtomicUsize::new(0);
static THREAD: AtomicUsize = AtomicUsize::new(0);

/// Thread `t` goes on, on a stack between these addresses.
pub(crate) fn running_on(t: Tid, limit: usize, base: usize) {
    LIMIT.store(limit, Relaxed);
    BASE.store(base, Relaxed);
    THREAD.store(t, Relaxed);
}

/// No thread of the model runs.
pub(crate) fn running_nowhere() {
    running_on(0, 0, 0);
}

/// Installs the handler, once a process.
#[cfg(unix)]
pub(crate) fn install_handler() {
    unix::install();
}

/// Elsewhere the system's own report must do.
#[cfg(not(unix))]
pub(crate) fn install_handler() {}

#[cfg(unix)]
mod unix {
    use super::{BASE, LIMIT, Relaxed, THREAD};
    use std::mem::MaybeUninit;
    use std::ptr;
    use std::sync::Once;
    use std::sync::atomic::AtomicPtr;

    /// What handled these signals before.
    static BEFORE: [AtomicPtr<libc::sigaction>; 2] = [const { AtomicPtr::new(ptr::null_mut()) }; 2];
    const SIGNALS: [libc::c_int; 2] = [libc::SIGSEGV, libc::SIGBUS];

    pub(super) fn install() {
        static ONCE: Once = Once::new();
        ONCE.call_once(|| {
            SIGNALS
                .iter()
                .zip(&BEFORE)
                .for_each(|(&s, before)| take(s, before))
        });
    }

    fn take(signal: libc::c_int, before: &AtomicPtr<libc::sigaction>) {
        let mut old = MaybeUninit::<libc::sigaction>::zeroed();
        // SAFETY: an all-zero `sigaction` is a valid one, and both pointers are to live values. The handler runs on the
        // alternative stack that std gives each of its threads, and does only what a signal handler may.
        unsafe {
            let mut action: libc::sigaction = MaybeUninit::zeroed().assume_init();
            action.sa_sigaction = handle as *const () as usize;
            action.sa_flags = libc::SA_SIGINFO | libc::SA_ONSTACK;
            libc::sigaction(signal, &action, old.as_mut_ptr());
            before.store(Box::into_raw(Box::new(old.assume_init())), Relaxed);
        }
    }

    extern "C" fn handle(
        signal: libc::c_int,
        info: *mut libc::siginfo_t,
        _context: *mut libc::c_void,
    ) {
        // SAFETY: the system passes a valid `info` to a handler installed with SA_SIGINFO.
        let address = unsafe { (*info).si_addr() } as usize;
        if (LIMIT.load(Relaxed)..BASE.load(Relaxed)).contains(&address) {
            report(THREAD.load(Relaxed));
            // SAFETY: `abort` may be called from a signal handler and does not return.
            unsafe { libc::abort() };
        }
        // Not ours: back to the handler before, which sees the same fault when the instruction is tried again.
        let before = &BEFORE[usize::from(signal != SIGNALS[0])];
        // SAFETY: the pointer is null or to a leaked `sigaction` that the system gave; `sigaction` may be called here.
        unsafe { libc::sigaction(signal, before.load(Relaxed), ptr::null_mut()) };
    }

    /// Writes without allocating: a signal handler may not.
    fn report(thread: usize) {
        let digits = [b'0' + (thread / 10 % 10) as u8, b'0' + (thread % 10) as u8];
        let number = if thread < 10 {
            &digits[1..]
        } else {
            &digits[..]
        };
        for text in [b"\nstack overflow in thread t".as_slice(), number, b"\n"] {
            // SAFETY: the pointer and the length are those of a live slice.
            unsafe { libc::write(2, text.as_ptr().cast(), text.len()) };
        }
    }
}
