// Included by `in_std` and by `in_model`: each line of the list is used here, so that both have it with the same
// signature as far as the use shows it. Nothing of it runs.

use std::error::Error;
use std::fmt::{Debug, Display, Pointer};
use std::hash::Hash;
use std::ops::{Deref, DerefMut};
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::time::Duration;

macro_rules! implements {
    ($type:ty: $($bound:ident $(<$argument:ty>)?),+) => {
        const _: fn() = || {
            fn check<T: ?Sized $(+ $bound $(<$argument>)?)*>() {}
            check::<$type>();
        };
    };
}

/// Does not compile for a type that has one of the traits: which implementation is meant would be ambiguous then.
macro_rules! lacks {
    ($type:ty: $($bound:ident),+) => { $(
        const _: fn() = || {
            trait Ambiguous<Marker> {
                fn check() {}
            }
            struct Has;
            impl<T: ?Sized> Ambiguous<()> for T {}
            impl<T: ?Sized + $bound> Ambiguous<Has> for T {}
            <$type as Ambiguous<_>>::check();
        };
    )* };
}

#[allow(deprecated, reason = "deprecated items are part of the surface")]
const _: fn() = || {
    use subject::sync::*;
    type Guard = MutexGuard<'static, u8>;
    let _ = (Mutex::<u8>::new, Mutex::<u8>::into_inner, Mutex::<u8>::get_mut);
    let _ = (Mutex::<u8>::lock, Mutex::<u8>::try_lock);
    let _ = (Mutex::<u8>::is_poisoned, Mutex::<u8>::clear_poison);
    let _ = (RwLock::<u8>::new, RwLock::<u8>::into_inner, RwLock::<u8>::get_mut);
    let _ = (RwLock::<u8>::read, RwLock::<u8>::try_read);
    let _ = (RwLock::<u8>::write, RwLock::<u8>::try_write);
    let _ = (RwLock::<u8>::is_poisoned, RwLock::<u8>::clear_poison);
    let _ = (RwLockWriteGuard::<u8>::downgrade, Condvar::new);
    let _ = (Condvar::wait::<u8>, Condvar::wait_while::<u8, fn(&mut u8) -> bool>);
    let _ = (Condvar::wait_timeout::<u8>, Condvar::wait_timeout_ms::<u8>);
    let _ = Condvar::wait_timeout_while::<u8, fn(&mut u8) -> bool>;
    let _ = (Condvar::notify_one, Condvar::notify_all, WaitTimeoutResult::timed_out);
    let _ = (Barrier::new, Barrier::wait, BarrierWaitResult::is_leader);
    let _ = (Once::new, Once::call_once::<fn()>, Once::call_once_force::<fn(&OnceState)>);
    let _ = (Once::is_completed, Once::wait, Once::wait_force, OnceState::is_poisoned, ONCE_INIT);
    let _ = (OnceLock::<u8>::new, OnceLock::<u8>::into_inner, OnceLock::<u8>::take);
    let _ = (OnceLock::<u8>::get, OnceLock::<u8>::get_mut, OnceLock::<u8>::set);
    let _ = (OnceLock::<u8>::get_or_init::<fn() -> u8>, OnceLock::<u8>::wait);
    let _ = (LazyLock::<u8>::new, LazyLock::<u8>::force, LazyLock::<u8>::force_mut);
    let _ = (LazyLock::<u8>::get, LazyLock::<u8>::get_mut);
    let _: (Option<LockResult<Guard>>, Option<TryLockResult<Guard>>) = (None, None);
    let _: (Option<PoisonError<Guard>>, Option<TryLockError<Guard>>) = (None, None);
    let _: (Option<RwLockReadGuard<'static, u8>>, Option<Arc<u8>>, Option<Weak<u8>>) = (None, None, None);
};

mod sync_traits {
    use super::*;
    use subject::sync::*;
    implements!(Barrier: Debug, Send, Sync, UnwindSafe, RefUnwindSafe);
    implements!(BarrierWaitResult: Debug, Send, Sync, UnwindSafe, RefUnwindSafe);
    implements!(Condvar: Debug, Default, Send, Sync, UnwindSafe, RefUnwindSafe);
    implements!(LazyLock<u8>: Debug, Default, Deref, DerefMut, Send, Sync, UnwindSafe, RefUnwindSafe);
    implements!(Mutex<u8>: Debug, Default, From<u8>, Send, Sync, UnwindSafe, RefUnwindSafe);
    implements!(MutexGuard<'static, u8>: Debug, Display, Deref, DerefMut, Sync, UnwindSafe, RefUnwindSafe);
    lacks!(MutexGuard<'static, u8>: Send);
    implements!(Once: Debug, Send, Sync, UnwindSafe, RefUnwindSafe);
    implements!(OnceLock<u8>: Clone, Debug, Default, Eq, PartialEq, From<u8>, Send, Sync, UnwindSafe, RefUnwindSafe);
    implements!(OnceState: Debug, Send, UnwindSafe);
    lacks!(OnceState: Sync, RefUnwindSafe);
    implements!(RwLock<u8>: Debug, Default, From<u8>, Send, Sync, UnwindSafe, RefUnwindSafe);
    implements!(RwLockReadGuard<'static, u8>: Debug, Display, Deref, Sync, UnwindSafe, RefUnwindSafe);
    lacks!(RwLockReadGuard<'static, u8>: Send);
    implements!(RwLockWriteGuard<'static, u8>: Debug, Display, Deref, DerefMut, Sync, UnwindSafe, RefUnwindSafe);
    lacks!(RwLockWriteGuard<'static, u8>: Send);
    implements!(WaitTimeoutResult: Clone, Copy, Debug, Eq, PartialEq, Send, Sync, UnwindSafe, RefUnwindSafe);
    // what a lock of an unsafe value must refuse
    lacks!(Mutex<std::rc::Rc<u8>>: Send, Sync);
    lacks!(RwLock<std::cell::Cell<u8>>: Sync);
    lacks!(OnceLock<std::cell::Cell<u8>>: Sync);
    lacks!(LazyLock<std::cell::Cell<u8>>: Sync);
    lacks!(MutexGuard<'static, std::cell::Cell<u8>>: Sync);
}

#[allow(deprecated, reason = "deprecated items are part of the surface")]
const _: fn() = || {
    use subject::sync::atomic::*;
    const ORDER: Ordering = Ordering::SeqCst;
    let _ = (AtomicI8::new, AtomicI16::new, AtomicI32::new, AtomicI64::new, AtomicIsize::new);
    let _ = (AtomicU8::new, AtomicU16::new, AtomicU64::new, AtomicUsize::new);
    let _ = (AtomicU32::new, AtomicU32::into_inner, AtomicU32::get_mut, AtomicU32::as_ptr);
    let _ = (AtomicU32::load, AtomicU32::store, AtomicU32::swap, AtomicU32::compare_and_swap);
    let _ = (AtomicU32::compare_exchange, AtomicU32::compare_exchange_weak);
    let _ = (AtomicU32::fetch_add, AtomicU32::fetch_sub, AtomicU32::fetch_max, AtomicU32::fetch_min);
    let _ = (AtomicU32::fetch_and, AtomicU32::fetch_nand, AtomicU32::fetch_or, AtomicU32::fetch_xor);
    let _ = AtomicU32::fetch_update::<fn(u32) -> Option<u32>>;
    let _ = |it: &AtomicU32| AtomicU32::try_update(it, ORDER, ORDER, Some);
    let _ = |it: &AtomicU32| AtomicU32::update(it, ORDER, ORDER, |old| old);
    let _ = (AtomicBool::new, AtomicBool::into_inner, AtomicBool::get_mut, AtomicBool::as_ptr);
    let _ = (AtomicBool::load, AtomicBool::store, AtomicBool::swap, AtomicBool::compare_and_swap);
    let _ = (AtomicBool::compare_exchange, AtomicBool::compare_exchange_weak);
    let _ = (AtomicBool::fetch_and, AtomicBool::fetch_nand, AtomicBool::fetch_or, AtomicBool::fetch_xor);
    let _ = (AtomicBool::fetch_not, AtomicBool::fetch_update::<fn(bool) -> Option<bool>>);
    let _ = |it: &AtomicBool| AtomicBool::try_update(it, ORDER, ORDER, Some);
    let _ = |it: &AtomicBool| AtomicBool::update(it, ORDER, ORDER, |old| old);
    let _ = (AtomicPtr::<u8>::new, AtomicPtr::<u8>::into_inner, AtomicPtr::<u8>::get_mut);
    let _ = (AtomicPtr::<u8>::load, AtomicPtr::<u8>::store, AtomicPtr::<u8>::swap, AtomicPtr::<u8>::as_ptr);
    let _ = (AtomicPtr::<u8>::compare_and_swap, AtomicPtr::<u8>::compare_exchange);
    let _ = (AtomicPtr::<u8>::compare_exchange_weak, AtomicPtr::<u8>::fetch_update::<fn(*mut u8) -> Option<*mut u8>>);
    let _ = (AtomicPtr::<u8>::fetch_ptr_add, AtomicPtr::<u8>::fetch_ptr_sub);
    let _ = (AtomicPtr::<u8>::fetch_byte_add, AtomicPtr::<u8>::fetch_byte_sub);
    let _ = (AtomicPtr::<u8>::fetch_and, AtomicPtr::<u8>::fetch_or, AtomicPtr::<u8>::fetch_xor);
    let _ = |it: &AtomicPtr<u8>| AtomicPtr::try_update(it, ORDER, ORDER, Some);
    let _ = |it: &AtomicPtr<u8>| AtomicPtr::update(it, ORDER, ORDER, |old| old);
    let _ = (fence, compiler_fence, spin_loop_hint);
    let _ = (ATOMIC_BOOL_INIT, ATOMIC_ISIZE_INIT, ATOMIC_USIZE_INIT);
};

mod atomic_traits {
    use super::*;
    use subject::sync::atomic::*;
    implements!(AtomicBool: Debug, Default, From<bool>, Send, Sync, UnwindSafe, RefUnwindSafe);
    implements!(AtomicU32: Debug, Default, From<u32>, Send, Sync, UnwindSafe, RefUnwindSafe);
    implements!(AtomicPtr<u8>: Debug, Default, From<*mut u8>, Pointer, Send, Sync, UnwindSafe, RefUnwindSafe);
}

const _: fn() = || {
    use subject::sync::mpsc::*;
    let _ = (channel::<u8>, sync_channel::<u8>, Sender::<u8>::send);
    let _ = (SyncSender::<u8>::send, SyncSender::<u8>::try_send);
    let _ = (Receiver::<u8>::recv, Receiver::<u8>::try_recv, Receiver::<u8>::recv_timeout);
    let _ = (Receiver::<u8>::iter, Receiver::<u8>::try_iter);
    let _: (Option<Iter<'static, u8>>, Option<TryIter<'static, u8>>, Option<IntoIter<u8>>) = (None, None, None);
    let _: (Option<RecvError>, Option<TryRecvError>, Option<RecvTimeoutError>) = (None, None, None);
    let _: (Option<SendError<u8>>, Option<TrySendError<u8>>) = (None, None);
};

mod mpsc_traits {
    use super::*;
    use subject::sync::mpsc::*;
    implements!(IntoIter<u8>: Debug, Iterator, Send, UnwindSafe, RefUnwindSafe);
    lacks!(IntoIter<u8>: Sync);
    implements!(Iter<'static, u8>: Debug, Iterator, UnwindSafe, RefUnwindSafe);
    lacks!(Iter<'static, u8>: Send, Sync);
    implements!(TryIter<'static, u8>: Debug, Iterator, UnwindSafe, RefUnwindSafe);
    lacks!(TryIter<'static, u8>: Send, Sync);
    implements!(Receiver<u8>: Debug, IntoIterator, Send, UnwindSafe, RefUnwindSafe);
    implements!(&'static Receiver<u8>: IntoIterator);
    lacks!(Receiver<u8>: Sync);
    implements!(Sender<u8>: Clone, Debug, Send, Sync, UnwindSafe, RefUnwindSafe);
    implements!(SyncSender<u8>: Clone, Debug, Send, Sync, UnwindSafe, RefUnwindSafe);
    lacks!(Sender<std::rc::Rc<u8>>: Send, Sync);
    lacks!(Receiver<std::rc::Rc<u8>>: Send);
}

#[allow(deprecated, reason = "deprecated items are part of the surface")]
const _: fn() = || {
    use std::cell::{Cell, RefCell};
    use subject::thread::*;
    let _ = (available_parallelism, current, panicking, yield_now, sleep, sleep_ms);
    let _ = (park, park_timeout, park_timeout_ms, spawn::<fn() -> u8, u8>);
    let _ = |_: Duration| scope(|scope: &Scope| Scope::spawn(scope, || 1).join());
    let _: Option<Result<u8>> = None;
    let _ = (Builder::new, Builder::name, Builder::stack_size, Builder::spawn::<fn() -> u8, u8>);
    let _ = (Builder::spawn_unchecked::<fn() -> u8, u8>, Builder::spawn_scoped::<fn() -> u8, u8>);
    let _ = (JoinHandle::<u8>::thread, JoinHandle::<u8>::join, JoinHandle::<u8>::is_finished);
    let _ = (ScopedJoinHandle::<u8>::thread, ScopedJoinHandle::<u8>::join, ScopedJoinHandle::<u8>::is_finished);
    let _ = (Thread::unpark, Thread::id, Thread::name);
    let _: (Option<ThreadId>, Option<AccessError>) = (None, None);
    let _ = (LocalKey::<u8>::with::<fn(&u8) -> u8, u8>, LocalKey::<u8>::try_with::<fn(&u8) -> u8, u8>);
    let _ = (LocalKey::<Cell<u8>>::set, LocalKey::<Cell<u8>>::get, LocalKey::<Cell<u8>>::take, LocalKey::<Cell<u8>>::replace);
    let _ = LocalKey::<RefCell<u8>>::with_borrow::<fn(&u8) -> u8, u8>;
    let _ = LocalKey::<RefCell<u8>>::with_borrow_mut::<fn(&mut u8) -> u8, u8>;
    let _ = (LocalKey::<RefCell<u8>>::set, LocalKey::<RefCell<u8>>::take, LocalKey::<RefCell<u8>>::replace);
};

mod thread_traits {
    use super::*;
    use subject::thread::*;
    implements!(AccessError: Clone, Copy, Debug, Display, Eq, PartialEq, Error, Send, Sync, UnwindSafe, RefUnwindSafe);
    implements!(Builder: Debug, Send, Sync, UnwindSafe, RefUnwindSafe);
    implements!(JoinHandle<u8>: Debug, Send, Sync);
    lacks!(JoinHandle<u8>: UnwindSafe, RefUnwindSafe);
    implements!(LocalKey<u8>: Debug, Send, Sync, UnwindSafe, RefUnwindSafe);
    implements!(Scope<'static, 'static>: Debug, Send, Sync, RefUnwindSafe);
    lacks!(Scope<'static, 'static>: UnwindSafe);
    implements!(ScopedJoinHandle<'static, u8>: Debug, Send, Sync);
    lacks!(ScopedJoinHandle<'static, u8>: UnwindSafe, RefUnwindSafe);
    implements!(Thread: Clone, Debug, Send, Sync, UnwindSafe, RefUnwindSafe);
    implements!(ThreadId: Clone, Copy, Debug, Eq, PartialEq, Hash, Send, Sync, UnwindSafe, RefUnwindSafe);
}
