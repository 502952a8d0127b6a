pub use ::std::thread::Result;
use ::std::{
    cell::{Cell, RefCell},
    fmt, io,
    marker::PhantomData,
    num::NonZero,
    panic::Location,
    time::Duration,
};
use interleave::{K, NONE, Slot, Tid, op};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ThreadId(Tid);
#[derive(Clone)]
pub struct Thread {
    id: ThreadId,
    name: Option<String>,
}
impl Thread {
    pub fn id(&self) -> ThreadId {
        self.id
    }
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }
    #[track_caller]
    pub fn unpark(&self) {
        op(K::Unpark, NONE, NONE, self.id.0 as u64);
    }
}
impl fmt::Debug for Thread {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.debug_struct("Thread")
            .field("id", &self.id)
            .field("name", &self.name())
            .finish_non_exhaustive()
    }
}
pub fn current() -> Thread {
    let t = interleave::current();
    Thread {
        id: ThreadId(t),
        name: interleave::task_name(t),
    }
}
pub fn panicking() -> bool {
    interleave::panicking()
}
pub fn available_parallelism() -> io::Result<NonZero<usize>> {
    Ok(NonZero::new(2).unwrap())
}
#[track_caller]
pub fn yield_now() {
    op(K::Yield, NONE, NONE, 0);
}
#[track_caller]
pub fn sleep(_: Duration) {
    op(K::Sleep, NONE, NONE, 0);
}
#[track_caller]
pub fn park() {
    op(K::Park, NONE, NONE, 0);
}
#[track_caller]
pub fn park_timeout(_: Duration) {
    op(K::ParkT, NONE, NONE, 0);
}

pub struct JoinHandle<T> {
    t: Thread,
    slot: Slot<T>,
}
unsafe impl<T> Send for JoinHandle<T> {}
unsafe impl<T> Sync for JoinHandle<T> {}
impl<T> JoinHandle<T> {
    pub fn thread(&self) -> &Thread {
        &self.t
    }
    #[track_caller]
    pub fn join(self) -> Result<T> {
        op(K::Join, NONE, NONE, self.t.id.0 as u64);
        take(&self.slot)
    }
    #[track_caller]
    pub fn is_finished(&self) -> bool {
        op(K::IsFinished, NONE, NONE, self.t.id.0 as u64) == 1
    }
}
impl<T> fmt::Debug for JoinHandle<T> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("JoinHandle { .. }")
    }
}
fn take<T>(s: &Slot<T>) -> Result<T> {
    let r = s.borrow_mut().take().unwrap_or_else(|| {
        Err(Box::new(
            "the thread was cut off at the end of the execution",
        ))
    });
    interleave::note(|| match &r {
        Ok(_) => String::new(),
        Err(p) => format!(" → Err({})", interleave::message(&**p)),
    });
    r
}
#[derive(Debug, Default)]
pub struct Builder {
    name: Option<String>,
}
impl Builder {
    pub fn new() -> Builder {
        Builder::default()
    }
    pub fn name(mut self, n: String) -> Builder {
        self.name = Some(n);
        self
    }
    pub fn stack_size(self, _: usize) -> Builder {
        self
    }
    #[track_caller]
    pub fn spawn<F: FnOnce() -> T + Send + 'static, T: Send + 'static>(
        self,
        f: F,
    ) -> io::Result<JoinHandle<T>> {
        Ok(spawn_named(self.name, f))
    }
    #[track_caller]
    pub unsafe fn spawn_unchecked<F: FnOnce() -> T + Send, T: Send>(
        self,
        f: F,
    ) -> io::Result<JoinHandle<T>> {
        Ok(spawn_named(self.name, f))
    }
    #[track_caller]
    pub fn spawn_scoped<'scope, 'env, F, T>(
        self,
        s: &'scope Scope<'scope, 'env>,
        f: F,
    ) -> io::Result<ScopedJoinHandle<'scope, T>>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        Ok(s.go(self.name, f))
    }
}
#[track_caller]
fn spawn_named<F: FnOnce() -> T, T>(name: Option<String>, f: F) -> JoinHandle<T> {
    let (t, slot) = interleave::spawn(name.clone(), f);
    JoinHandle {
        t: Thread {
            id: ThreadId(t),
            name,
        },
        slot,
    }
}
#[track_caller]
pub fn spawn<F: FnOnce() -> T + Send + 'static, T: Send + 'static>(f: F) -> JoinHandle<T> {
    spawn_named(None, f)
}

pub struct Scope<'scope, 'env: 'scope> {
    kids: RefCell<Vec<Tid>>,
    p: PhantomData<&'scope mut &'scope ()>,
    q: PhantomData<&'env mut &'env ()>,
}
unsafe impl Sync for Scope<'_, '_> {}
impl fmt::Debug for Scope<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("Scope { .. }")
    }
}
pub struct ScopedJoinHandle<'scope, T> {
    t: Thread,
    slot: Slot<T>,
    p: PhantomData<&'scope ()>,
}
unsafe impl<T> Send for ScopedJoinHandle<'_, T> {}
unsafe impl<T> Sync for ScopedJoinHandle<'_, T> {}
impl<T> ScopedJoinHandle<'_, T> {
    pub fn thread(&self) -> &Thread {
        &self.t
    }
    #[track_caller]
    pub fn join(self) -> Result<T> {
        op(K::Join, NONE, NONE, self.t.id.0 as u64);
        interleave::seen(self.t.id.0);
        take(&self.slot)
    }
    #[track_caller]
    pub fn is_finished(&self) -> bool {
        op(K::IsFinished, NONE, NONE, self.t.id.0 as u64) == 1
    }
}
impl<'scope, 'env> Scope<'scope, 'env> {
    #[track_caller]
    pub fn spawn<F: FnOnce() -> T + Send + 'scope, T: Send + 'scope>(
        &'scope self,
        f: F,
    ) -> ScopedJoinHandle<'scope, T> {
        self.go(None, f)
    }
    #[track_caller]
    fn go<F: FnOnce() -> T + Send + 'scope, T: Send + 'scope>(
        &'scope self,
        name: Option<String>,
        f: F,
    ) -> ScopedJoinHandle<'scope, T> {
        let (t, slot) = interleave::spawn(name.clone(), f);
        self.kids.borrow_mut().push(t);
        ScopedJoinHandle {
            t: Thread {
                id: ThreadId(t),
                name,
            },
            slot,
            p: PhantomData,
        }
    }
}
#[track_caller]
pub fn scope<'env, F, T>(f: F) -> T
where
    F: for<'scope> FnOnce(&'scope Scope<'scope, 'env>) -> T,
{
    let loc = Location::caller();
    let s = Scope {
        kids: RefCell::new(vec![]),
        p: PhantomData,
        q: PhantomData,
    };
    let r = interleave::catch_all(|| f(&s));
    // whatever happens, the children end before this frame does
    let mut i = 0;
    let mut panicked = false;
    loop {
        let Some(t) = s.kids.borrow().get(i).copied() else {
            break;
        };
        if !interleave::finished(t) {
            interleave::op_at(K::JoinScope, NONE, NONE, t as u64, loc);
        }
        panicked |= interleave::panicked(t);
        i += 1;
    }
    interleave::continue_teardown();
    match r {
        Err(p) => interleave::resume_any(p),
        Ok(_) if panicked => panic!("a scoped thread panicked"),
        Ok(v) => v,
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AccessError;
impl fmt::Display for AccessError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("already destroyed")
    }
}
impl ::std::error::Error for AccessError {}
pub struct LocalKey<T: 'static> {
    init: fn() -> T,
    key: *const u8,
}
unsafe impl<T> Sync for LocalKey<T> {}
unsafe impl<T> Send for LocalKey<T> {}
impl<T> fmt::Debug for LocalKey<T> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("LocalKey { .. }")
    }
}
impl<T: 'static> LocalKey<T> {
    #[doc(hidden)]
    pub const unsafe fn __new(init: fn() -> T, key: *const u8) -> Self {
        LocalKey { init, key }
    }
    pub fn try_with<F: FnOnce(&T) -> R, R>(
        &'static self,
        f: F,
    ) -> ::std::result::Result<R, AccessError> {
        if interleave::local(self.key as usize).is_none() {
            let v = (self.init)();
            if interleave::local(self.key as usize).is_none() {
                interleave::local_init(self.key as usize, Box::new(v))
            }
        }
        match interleave::local(self.key as usize) {
            Some(Some(p)) => Ok(f(unsafe { (*p).downcast_ref::<T>().unwrap() })),
            _ => Err(AccessError),
        }
    }
    #[track_caller]
    pub fn with<F: FnOnce(&T) -> R, R>(&'static self, f: F) -> R {
        self.try_with(f)
            .expect("cannot access a Thread Local Storage value during or after destruction")
    }
}
impl<T: 'static> LocalKey<Cell<T>> {
    pub fn set(&'static self, v: T) {
        self.with(|c| c.set(v))
    }
    pub fn get(&'static self) -> T
    where
        T: Copy,
    {
        self.with(|c| c.get())
    }
    pub fn take(&'static self) -> T
    where
        T: Default,
    {
        self.with(|c| c.take())
    }
    pub fn replace(&'static self, v: T) -> T {
        self.with(|c| c.replace(v))
    }
}
impl<T: 'static> LocalKey<RefCell<T>> {
    pub fn with_borrow<F: FnOnce(&T) -> R, R>(&'static self, f: F) -> R {
        self.with(|c| f(&c.borrow()))
    }
    pub fn with_borrow_mut<F: FnOnce(&mut T) -> R, R>(&'static self, f: F) -> R {
        self.with(|c| f(&mut c.borrow_mut()))
    }
    pub fn set(&'static self, v: T) {
        self.with(|c| *c.borrow_mut() = v)
    }
    pub fn take(&'static self) -> T
    where
        T: Default,
    {
        self.with(|c| c.take())
    }
    pub fn replace(&'static self, v: T) -> T {
        self.with(|c| c.replace(v))
    }
}
