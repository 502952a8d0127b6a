use ::std::{
    cell::{Cell, UnsafeCell},
    fmt,
    ops::Deref,
    panic::{RefUnwindSafe, UnwindSafe},
};
use interleave::{Id, K, NONE, OK, op};

/// versions: 0 new, 1 running, 2 done, 3 poisoned
pub struct Once {
    id: Id,
}
unsafe impl Sync for Once {}
unsafe impl Send for Once {}
impl UnwindSafe for Once {}
impl RefUnwindSafe for Once {}
impl fmt::Debug for Once {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("Once { .. }")
    }
}
#[derive(Debug)]
pub struct OnceState(bool);
impl OnceState {
    pub fn is_poisoned(&self) -> bool {
        self.0
    }
}
impl Once {
    #[track_caller]
    pub const fn new() -> Self {
        Once { id: Id::new() }
    }
    fn o(&self) -> u32 {
        self.id.get(OK::Once)
    }
    #[track_caller]
    fn go(&self, force: bool, f: impl FnOnce(&OnceState)) {
        let o = self.o();
        let r = op(K::Once, o, NONE, 0); // 0 done already, 1 ours to run, 3 ours but poisoned
        if r == 0 {
            return;
        }
        let poisoned = r == 3;
        if poisoned && !force {
            op(K::OnceDone, o, NONE, 3);
            panic!("Once instance has previously been poisoned")
        }
        struct End(u32, u64, interleave::Loc);
        impl Drop for End {
            fn drop(&mut self) {
                interleave::op_at(K::OnceDone, self.0, NONE, self.1, self.2);
            }
        }
        let mut e = End(o, 3, ::std::panic::Location::caller());
        f(&OnceState(poisoned));
        e.1 = 2;
    }
    #[track_caller]
    pub fn call_once<F: FnOnce()>(&self, f: F) {
        self.go(false, |_| f())
    }
    #[track_caller]
    pub fn call_once_force<F: FnOnce(&OnceState)>(&self, f: F) {
        self.go(true, f)
    }
    #[track_caller]
    pub fn is_completed(&self) -> bool {
        op(K::OnceGet, self.o(), NONE, 0) == 1
    }
    #[track_caller]
    pub fn wait(&self) {
        op(K::OnceWait, self.o(), NONE, 0);
    }
    #[track_caller]
    pub fn wait_force(&self) {
        op(K::OnceWait, self.o(), NONE, 0);
    }
}
pub struct OnceLock<T> {
    once: Once,
    v: UnsafeCell<Option<T>>,
}
unsafe impl<T: Sync + Send> Sync for OnceLock<T> {}
unsafe impl<T: Send> Send for OnceLock<T> {}
impl<T: RefUnwindSafe + UnwindSafe> RefUnwindSafe for OnceLock<T> {}
impl<T> Default for OnceLock<T> {
    #[track_caller]
    fn default() -> Self {
        Self::new()
    }
}
impl<T: fmt::Debug> fmt::Debug for OnceLock<T> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.debug_tuple("OnceLock")
            .field(unsafe { &*self.v.get() })
            .finish()
    }
}
impl<T> From<T> for OnceLock<T> {
    #[track_caller]
    fn from(v: T) -> Self {
        let o = Self::new();
        let _ = o.set(v);
        o
    }
}
impl<T> OnceLock<T> {
    #[track_caller]
    pub const fn new() -> Self {
        OnceLock {
            once: Once::new(),
            v: UnsafeCell::new(None),
        }
    }
    fn fresh(&self) {
        if self.once.id.get2(OK::Once, |_| ()).1 {
            unsafe { *self.v.get() = None }
        }
    } // a static: as new in each execution
    fn r(&self) -> Option<&T> {
        unsafe { (*self.v.get()).as_ref() }
    }
    #[track_caller]
    pub fn get(&self) -> Option<&T> {
        self.fresh();
        if op(K::OnceGet, self.once.o(), NONE, 0) == 1 {
            self.r()
        } else {
            None
        }
    }
    pub fn get_mut(&mut self) -> Option<&mut T> {
        self.fresh();
        self.v.get_mut().as_mut()
    }
    #[track_caller]
    pub fn set(&self, v: T) -> Result<(), T> {
        self.fresh();
        let mut v = Some(v);
        self.once.go(true, |_| unsafe { *self.v.get() = v.take() });
        v.map_or(Ok(()), Err)
    }
    #[track_caller]
    pub fn get_or_init<F: FnOnce() -> T>(&self, f: F) -> &T {
        self.fresh();
        self.once.go(true, |_| {
            let v = f();
            unsafe { *self.v.get() = Some(v) }
        });
        self.r().unwrap()
    }
    #[track_caller]
    pub fn wait(&self) -> &T {
        self.fresh();
        self.once.wait();
        self.r().unwrap()
    }
    pub fn into_inner(self) -> Option<T> {
        self.v.into_inner()
    }
    pub fn take(&mut self) -> Option<T> {
        let v = self.v.get_mut().take();
        self.once = Once::new();
        v
    }
}
pub struct LazyLock<T, F = fn() -> T> {
    cell: OnceLock<T>,
    f: Cell<Option<F>>,
}
unsafe impl<T: Sync + Send, F: Send> Sync for LazyLock<T, F> {}
impl<T, F: FnOnce() -> T> LazyLock<T, F> {
    #[track_caller]
    pub const fn new(f: F) -> Self {
        LazyLock {
            cell: OnceLock::new(),
            f: Cell::new(Some(f)),
        }
    }
    #[track_caller]
    pub fn force(s: &Self) -> &T {
        s.cell.fresh();
        s.cell.once.go(false, |_| {
            let f = s.f.take().expect("LazyLock initialiser ran twice (a `static` LazyLock in a second execution needs F: Copy)");
            // `static L: LazyLock<T>` has F = fn() -> T: keep a copy for the next execution
            if !::std::mem::needs_drop::<F>() { unsafe { s.f.set(Some(::std::ptr::read(&f))) } }
            let v = f();
            unsafe { *s.cell.v.get() = Some(v) }
        });
        s.cell.r().unwrap()
    }
    pub fn force_mut(s: &mut Self) -> &mut T {
        LazyLock::force(s);
        s.cell.v.get_mut().as_mut().unwrap()
    }
}
impl<T, F> LazyLock<T, F> {
    pub fn get(s: &Self) -> Option<&T> {
        s.cell.r()
    }
    pub fn get_mut(s: &mut Self) -> Option<&mut T> {
        s.cell.v.get_mut().as_mut()
    }
}
impl<T, F: FnOnce() -> T> Deref for LazyLock<T, F> {
    type Target = T;
    #[track_caller]
    fn deref(&self) -> &T {
        LazyLock::force(self)
    }
}
impl<T: fmt::Debug, F> fmt::Debug for LazyLock<T, F> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.debug_tuple("LazyLock").field(&self.cell.r()).finish()
    }
}
