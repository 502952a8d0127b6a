use super::{LockResult, PoisonError, TryLockError, TryLockResult};
use ::std::{
    cell::{Cell, UnsafeCell},
    fmt,
    ops::{Deref, DerefMut},
    panic::{Location, RefUnwindSafe, UnwindSafe},
    time::Duration,
};
use interleave::{Id, K, Loc, NONE, OK, obj, op, op_at};

fn survived() -> ! {
    panic!(
        "this lock lives on from one execution to the next, so its value is not what the test starts with: create it inside the test body"
    )
}
macro_rules! lock_type {
    ($name:ident, $k:expr) => {
        pub struct $name<T: ?Sized> {
            id: Id,
            poison: Cell<bool>,
            v: UnsafeCell<T>,
        }
        unsafe impl<T: ?Sized + Send> Send for $name<T> {}
        impl<T: ?Sized> UnwindSafe for $name<T> {}
        impl<T: ?Sized> RefUnwindSafe for $name<T> {}
        impl<T: Default> Default for $name<T> {
            #[track_caller]
            fn default() -> Self {
                Self::new(T::default())
            }
        }
        impl<T> From<T> for $name<T> {
            #[track_caller]
            fn from(v: T) -> Self {
                Self::new(v)
            }
        }
        impl<T> $name<T> {
            #[track_caller]
            pub const fn new(v: T) -> Self {
                Self {
                    id: Id::new(),
                    poison: Cell::new(false),
                    v: UnsafeCell::new(v),
                }
            }
            pub fn into_inner(self) -> LockResult<T> {
                let p = self.poison.get();
                let v = self.v.into_inner();
                if p { Err(PoisonError::new(v)) } else { Ok(v) }
            }
        }
        impl<T: ?Sized> $name<T> {
            fn o(&self) -> u32 {
                let (id, s, first) = self.id.get3($k, |_| ());
                if first {
                    if !unsafe {
                        interleave::reset_static(
                            self.v.get() as *mut u8,
                            ::std::mem::size_of_val(&*self.v.get()),
                            s,
                        )
                    } {
                        survived()
                    }
                    if s {
                        self.poison.set(false)
                    }
                }
                id
            }
            pub fn get_mut(&mut self) -> LockResult<&mut T> {
                let p = self.poison.get();
                let v = self.v.get_mut();
                if p { Err(PoisonError::new(v)) } else { Ok(v) }
            }
            pub fn is_poisoned(&self) -> bool {
                self.poison.get()
            }
            pub fn clear_poison(&self) {
                self.poison.set(false)
            }
            fn res<G>(&self, g: G) -> LockResult<G> {
                if self.poison.get() {
                    interleave::note(|| " (poisoned)".into());
                    Err(PoisonError::new(g))
                } else {
                    Ok(g)
                }
            }
        }
    };
}
macro_rules! guard { ($g:ident, $l:ident, $un:expr, $($mutable:ident)?) => {
    #[must_use = "if unused the lock will immediately unlock"]
    pub struct $g<'a, T: ?Sized> { l: &'a $l<T>, loc: Loc, #[allow(dead_code)] unwinding: bool, p: ::std::marker::PhantomData<*const ()> }
    unsafe impl<T: ?Sized + Sync> Sync for $g<'_, T> {}
    impl<T: ?Sized> Deref for $g<'_, T> { type Target = T; fn deref(&self) -> &T { unsafe { &*self.l.v.get() } } }
    impl<T: ?Sized + fmt::Debug> fmt::Debug for $g<'_, T> { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { (**self).fmt(f) } }
    impl<T: ?Sized + fmt::Display> fmt::Display for $g<'_, T> { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { (**self).fmt(f) } }
    impl<'a, T: ?Sized> $g<'a, T> { fn make(l: &'a $l<T>, loc: Loc) -> Self { $g { l, loc, unwinding: interleave::panicking(), p: ::std::marker::PhantomData } } }
    $(impl<T: ?Sized> DerefMut for $g<'_, T> { fn deref_mut(&mut self) -> &mut T { let $mutable = (); unsafe { &mut *self.l.v.get() } } })?
    impl<T: ?Sized> Drop for $g<'_, T> { fn drop(&mut self) { self.release() } }
    impl<T: ?Sized> $g<'_, T> { fn release(&self) {
        if !interleave::active() { return; }
        $(let $mutable = (); if !self.unwinding && interleave::panicking() && !interleave::aborting() { self.l.poison.set(true); })?
        op_at($un, self.l.o(), NONE, 0, self.loc);
    } }
} }
lock_type!(Mutex, OK::Mutex);
unsafe impl<T: ?Sized + Send> Sync for Mutex<T> {}
guard!(MutexGuard, Mutex, K::Unlock, _m);
impl<T: ?Sized> Mutex<T> {
    #[track_caller]
    pub fn lock(&self) -> LockResult<MutexGuard<'_, T>> {
        op(K::Lock, self.o(), NONE, 0);
        self.res(MutexGuard::make(self, Location::caller()))
    }
    #[track_caller]
    pub fn try_lock(&self) -> TryLockResult<MutexGuard<'_, T>> {
        if op(K::TryLock, self.o(), NONE, 0) == 0 {
            return Err(TryLockError::WouldBlock);
        }
        Ok(self.res(MutexGuard::make(self, Location::caller()))?)
    }
}
impl<T: ?Sized + fmt::Debug> fmt::Debug for Mutex<T> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.debug_struct("Mutex")
            .field("poisoned", &self.poison.get())
            .finish_non_exhaustive()
    }
}

lock_type!(RwLock, OK::RwLock);
unsafe impl<T: ?Sized + Send + Sync> Sync for RwLock<T> {}
guard!(RwLockReadGuard, RwLock, K::RUnlock,);
guard!(RwLockWriteGuard, RwLock, K::WUnlock, _m);
impl<T: ?Sized> RwLock<T> {
    #[track_caller]
    pub fn read(&self) -> LockResult<RwLockReadGuard<'_, T>> {
        op(K::Read, self.o(), NONE, 0);
        self.res(RwLockReadGuard::make(self, Location::caller()))
    }
    #[track_caller]
    pub fn write(&self) -> LockResult<RwLockWriteGuard<'_, T>> {
        op(K::Write, self.o(), NONE, 0);
        self.res(RwLockWriteGuard::make(self, Location::caller()))
    }
    #[track_caller]
    pub fn try_read(&self) -> TryLockResult<RwLockReadGuard<'_, T>> {
        if op(K::TryRead, self.o(), NONE, 0) == 0 {
            return Err(TryLockError::WouldBlock);
        }
        Ok(self.res(RwLockReadGuard::make(self, Location::caller()))?)
    }
    #[track_caller]
    pub fn try_write(&self) -> TryLockResult<RwLockWriteGuard<'_, T>> {
        if op(K::TryWrite, self.o(), NONE, 0) == 0 {
            return Err(TryLockError::WouldBlock);
        }
        Ok(self.res(RwLockWriteGuard::make(self, Location::caller()))?)
    }
}
impl<'a, T: ?Sized> RwLockWriteGuard<'a, T> {
    pub fn downgrade(s: Self) -> RwLockReadGuard<'a, T> {
        let (l, loc) = (s.l, s.loc);
        ::std::mem::forget(s);
        let me = interleave::current();
        obj(l.o(), |o| {
            o.owner = None;
            o.readers.push(me)
        });
        RwLockReadGuard::make(l, loc)
    }
}
impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLock<T> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.debug_struct("RwLock")
            .field("poisoned", &self.poison.get())
            .finish_non_exhaustive()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaitTimeoutResult(bool);
impl WaitTimeoutResult {
    pub fn timed_out(&self) -> bool {
        self.0
    }
}
pub struct Condvar {
    id: Id,
}
unsafe impl Sync for Condvar {}
unsafe impl Send for Condvar {}
impl UnwindSafe for Condvar {}
impl RefUnwindSafe for Condvar {}
impl Default for Condvar {
    #[track_caller]
    fn default() -> Self {
        Self::new()
    }
}
impl fmt::Debug for Condvar {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("Condvar { .. }")
    }
}
impl Condvar {
    #[track_caller]
    pub const fn new() -> Self {
        Condvar { id: Id::new() }
    }
    fn o(&self) -> u32 {
        self.id.get(OK::Condvar)
    }
    #[track_caller]
    fn go<'a, T>(&self, g: MutexGuard<'a, T>, k: K) -> (LockResult<MutexGuard<'a, T>>, bool) {
        let (l, cv, m) = (g.l, self.o(), g.l.o());
        op(K::CvWait, cv, m, 0); // may unwind with `g` alive, which then unlocks
        ::std::mem::forget(g);
        let r = op(k, cv, m, 0);
        (l.res(MutexGuard::make(l, Location::caller())), r == 0)
    }
    #[track_caller]
    pub fn wait<'a, T>(&self, g: MutexGuard<'a, T>) -> LockResult<MutexGuard<'a, T>> {
        self.go(g, K::CvWake).0
    }
    #[track_caller]
    pub fn wait_while<'a, T, F: FnMut(&mut T) -> bool>(
        &self,
        mut g: MutexGuard<'a, T>,
        mut c: F,
    ) -> LockResult<MutexGuard<'a, T>> {
        while c(&mut *g) {
            g = self.wait(g)?;
        }
        Ok(g)
    }
    #[track_caller]
    pub fn wait_timeout<'a, T>(
        &self,
        g: MutexGuard<'a, T>,
        _: Duration,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)> {
        let (r, t) = self.go(g, K::CvWakeT);
        match r {
            Ok(g) => Ok((g, WaitTimeoutResult(t))),
            Err(e) => Err(PoisonError::new((e.into_inner(), WaitTimeoutResult(t)))),
        }
    }
    /// As in std, a time-out ends the whole wait (the condition is looked at once more).
    #[track_caller]
    pub fn wait_timeout_while<'a, T, F: FnMut(&mut T) -> bool>(
        &self,
        mut g: MutexGuard<'a, T>,
        d: Duration,
        mut c: F,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)> {
        loop {
            if !c(&mut *g) {
                return Ok((g, WaitTimeoutResult(false)));
            }
            let (g2, t) = self.wait_timeout(g, d)?;
            g = g2;
            if t.timed_out() {
                let still = c(&mut *g);
                return Ok((g, WaitTimeoutResult(still)));
            }
        }
    }
    #[deprecated]
    #[track_caller]
    pub fn wait_timeout_ms<'a, T>(
        &self,
        g: MutexGuard<'a, T>,
        ms: u32,
    ) -> LockResult<(MutexGuard<'a, T>, bool)> {
        match self.wait_timeout(g, Duration::from_millis(ms.into())) {
            Ok((g, t)) => Ok((g, !t.timed_out())),
            Err(e) => {
                let (g, t) = e.into_inner();
                Err(PoisonError::new((g, !t.timed_out())))
            }
        }
    }
    #[track_caller]
    pub fn notify_one(&self) {
        interleave::notify_one(self.o())
    }
    #[track_caller]
    pub fn notify_all(&self) {
        op(K::NotifyAll, self.o(), NONE, 0);
    }
}

pub struct Barrier {
    id: Id,
    n: usize,
}
unsafe impl Sync for Barrier {}
unsafe impl Send for Barrier {}
pub struct BarrierWaitResult(bool);
impl BarrierWaitResult {
    pub fn is_leader(&self) -> bool {
        self.0
    }
}
impl fmt::Debug for BarrierWaitResult {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.debug_struct("BarrierWaitResult")
            .field("is_leader", &self.0)
            .finish()
    }
}
impl fmt::Debug for Barrier {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("Barrier { .. }")
    }
}
impl Barrier {
    #[track_caller]
    pub const fn new(n: usize) -> Self {
        Barrier { id: Id::new(), n }
    }
    #[track_caller]
    pub fn wait(&self) -> BarrierWaitResult {
        let id = self.id.get2(OK::Barrier, |o| o.cap = self.n.max(1)).0;
        if op(K::Barrier, id, NONE, 0) == 1 {
            return BarrierWaitResult(true);
        }
        let g = obj(id, |o| o.ver);
        op(K::BarrierPass, id, NONE, g);
        BarrierWaitResult(false)
    }
}
