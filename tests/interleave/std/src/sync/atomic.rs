pub use ::std::sync::atomic::{Ordering, compiler_fence};
use ::std::{cell::Cell, fmt, panic::RefUnwindSafe};
use Ordering::*;
use interleave::{Id, K, NONE, OK, note, op};

#[track_caller]
pub fn fence(o: Ordering) {
    if o == Relaxed {
        panic!("there is no such thing as a relaxed fence")
    }
    op(K::Fence, NONE, NONE, 0);
    interleave::fence(o);
    note(|| ord(o).into())
}
fn load_ok(o: Ordering) {
    if matches!(o, Release | AcqRel) {
        panic!("there is no such thing as a release load")
    }
}
fn store_ok(o: Ordering) {
    if matches!(o, Acquire | AcqRel) {
        panic!("there is no such thing as an acquire store")
    }
}
fn ord(o: Ordering) -> &'static str {
    match o {
        SeqCst => "",
        Relaxed => " relaxed",
        Acquire => " acquire",
        Release => " release",
        _ => " acq_rel",
    }
}

/// Old values live in the engine (the types themselves must not need Drop: consts, `const fn into_inner`).
trait Bits: Copy {
    fn to(self) -> u64;
    fn from(b: u64) -> Self;
}
impl Bits for bool {
    fn to(self) -> u64 {
        self as u64
    }
    fn from(b: u64) -> bool {
        b != 0
    }
}
impl<T> Bits for *mut T {
    fn to(self) -> u64 {
        self.expose_provenance() as u64
    }
    fn from(b: u64) -> Self {
        ::std::ptr::with_exposed_provenance_mut(b as usize)
    }
}
macro_rules! base { ($name:ident, [$($g:tt)*], $t:ty) => {
    pub struct $name $($g)* { id: Id, init: Cell<$t>, v: Cell<$t> }
    unsafe impl $($g)* Sync for $name $($g)* {}
    unsafe impl $($g)* Send for $name $($g)* {}
    impl $($g)* RefUnwindSafe for $name $($g)* {}
    impl $($g)* fmt::Debug for $name $($g)* { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { self.v.get().fmt(f) } }
    impl $($g)* From<$t> for $name $($g)* { #[track_caller] fn from(v: $t) -> Self { Self::new(v) } }
    impl $($g)* $name $($g)* {
        #[track_caller] pub const fn new(v: $t) -> Self { Self { id: Id::new(), init: Cell::new(v), v: Cell::new(v) } }
        fn o(&self) -> u32 { let (id, survived) = self.id.get2(OK::Atomic, |_| ()); if survived { self.v.set(self.init.get()) } id }
        fn bits(&self) -> u64 { Bits::to(self.v.get()) }
        pub fn get_mut(&mut self) -> &mut $t { if interleave::active() { let id = self.o(); interleave::store_message(id, self.bits(), SeqCst); } self.v.get_mut() }
        pub const fn into_inner(self) -> $t { self.v.into_inner() }
        pub const fn as_ptr(&self) -> *mut $t { self.v.as_ptr() }
        #[track_caller] pub fn load(&self, o: Ordering) -> $t { load_ok(o); let id = self.o(); op(K::Load, id, NONE, 0); match interleave::load_message(id, o).map(Bits::from) { Some(r) => { note(|| format!("{} → {r:?} (STALE, newest {:?})", ord(o), self.v.get())); r } None => { let r = self.v.get(); note(|| format!("{} → {r:?}", ord(o))); r } } }
        #[track_caller] pub fn store(&self, v: $t, o: Ordering) { store_ok(o); let id = self.o(); op(K::Store, id, NONE, 0); interleave::store_message(id, self.bits(), o); self.v.set(v); note(|| format!("{} ← {v:?}", ord(o))) }
        #[track_caller] fn rmw(&self, what: &'static str, o: Ordering, f: impl FnOnce($t) -> $t) -> $t { let id = self.o(); op(K::Rmw, id, NONE, 0); interleave::rmw_message(id, self.bits(), o, None); let old = self.v.get(); let new = f(old); self.v.set(new); note(|| format!(" {what}{}: {old:?} → {new:?}", ord(o))); old }
        #[track_caller] pub fn swap(&self, v: $t, o: Ordering) -> $t { self.rmw("swap", o, |_| v) }
        #[track_caller] pub fn compare_exchange(&self, cur: $t, new: $t, s: Ordering, f: Ordering) -> ::std::result::Result<$t, $t> {
            load_ok(f);
            let id = self.o();
            op(K::Rmw, id, NONE, 0);
            let old = self.v.get();
            interleave::rmw_message(id, self.bits(), s, (old != cur).then_some(f));
            if old == cur { self.v.set(new); note(|| format!(" cas{}: {old:?} → {new:?}", ord(s))); Ok(old) } else { note(|| format!(" cas fails: found {old:?}, expected {cur:?}")); Err(old) }
        }
        /// A spurious failure is not explored (a retry loop would only see it again).
        #[track_caller] pub fn compare_exchange_weak(&self, cur: $t, new: $t, s: Ordering, f: Ordering) -> ::std::result::Result<$t, $t> { self.compare_exchange(cur, new, s, f) }
        #[deprecated] #[track_caller] pub fn compare_and_swap(&self, cur: $t, new: $t, o: Ordering) -> $t { match self.compare_exchange(cur, new, o, SeqCst) { Ok(v) | Err(v) => v } }
        #[track_caller] pub fn fetch_update<F: FnMut($t) -> Option<$t>>(&self, s: Ordering, f: Ordering, mut up: F) -> ::std::result::Result<$t, $t> {
            let mut prev = self.load(f);
            while let Some(next) = up(prev) { match self.compare_exchange_weak(prev, next, s, f) { Ok(x) => return Ok(x), Err(x) => prev = x } }
            Err(prev)
        }
        #[track_caller] pub fn try_update(&self, s: Ordering, f: Ordering, up: impl FnMut($t) -> Option<$t>) -> ::std::result::Result<$t, $t> { self.fetch_update(s, f, up) }
        #[track_caller] pub fn update(&self, s: Ordering, f: Ordering, mut up: impl FnMut($t) -> $t) -> $t { let mut p = self.load(f); loop { match self.compare_exchange_weak(p, up(p), s, f) { Ok(x) => return x, Err(x) => p = x } } }
    }
} }
macro_rules! rmw { ($t:ty: $($m:ident = |$a:ident, $b:ident| $e:expr;)*) => { $(#[track_caller] pub fn $m(&self, $b: $t, o: Ordering) -> $t { self.rmw(stringify!($m), o, |$a| $e) })* } }
macro_rules! ints { ($($n:ident $t:ty),*) => { $(
    base!($n, [], $t);
    impl Bits for $t { fn to(self) -> u64 { self as u64 } fn from(b: u64) -> $t { b as $t } }
    impl Default for $n { #[track_caller] fn default() -> Self { Self::new(0) } }
    impl $n { rmw! { $t: fetch_add = |a, b| a.wrapping_add(b); fetch_sub = |a, b| a.wrapping_sub(b); fetch_and = |a, b| a & b; fetch_nand = |a, b| !(a & b);
        fetch_or = |a, b| a | b; fetch_xor = |a, b| a ^ b; fetch_max = |a, b| a.max(b); fetch_min = |a, b| a.min(b); } }
)* } }
ints!(AtomicU8 u8, AtomicU16 u16, AtomicU32 u32, AtomicU64 u64, AtomicUsize usize, AtomicI8 i8, AtomicI16 i16, AtomicI32 i32, AtomicI64 i64, AtomicIsize isize);
base!(AtomicBool, [], bool);
impl Default for AtomicBool {
    #[track_caller]
    fn default() -> Self {
        Self::new(false)
    }
}
impl AtomicBool {
    rmw! { bool: fetch_and = |a, b| a & b; fetch_nand = |a, b| !(a & b); fetch_or = |a, b| a | b; fetch_xor = |a, b| a ^ b; }
    #[track_caller]
    pub fn fetch_not(&self, o: Ordering) -> bool {
        self.rmw("fetch_not", o, |a| !a)
    }
}
base!(AtomicPtr, [<T>], *mut T);
impl<T> Default for AtomicPtr<T> {
    #[track_caller]
    fn default() -> Self {
        Self::new(::std::ptr::null_mut())
    }
}
