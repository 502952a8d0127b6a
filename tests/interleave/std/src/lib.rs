//! What the learner's code sees as `std` when it is compiled for the model: the real `std`, with `sync`, `thread`,
//! `thread_local!`, printing and unwinding replaced.
#![allow(ambiguous_glob_reexports)]
pub use ::std::*;
pub mod collections;
pub mod sync;
pub mod thread;
pub mod hint {
    pub use ::std::hint::*;
    #[track_caller]
    pub fn spin_loop() {
        if interleave::active() {
            interleave::op(interleave::K::Yield, interleave::NONE, interleave::NONE, 0);
        } else {
            ::std::hint::spin_loop()
        }
    }
}
pub mod panic {
    pub use ::std::panic::*;
    pub fn catch_unwind<F: FnOnce() -> R + UnwindSafe, R>(f: F) -> ::std::thread::Result<R> {
        interleave::model_catch(f)
    }
    pub fn resume_unwind(p: Box<dyn ::std::any::Any + Send>) -> ! {
        interleave::model_resume(p)
    }
}
/// `UnsafeCell::get` counts as an access at that moment; two of them unordered by happens-before are a data race.
pub mod cell {
    pub use ::std::cell::*;
    pub struct UnsafeCell<T: ?Sized> {
        id: interleave::Id,
        v: ::std::cell::UnsafeCell<T>,
    }
    impl<T> UnsafeCell<T> {
        #[track_caller]
        pub const fn new(v: T) -> Self {
            UnsafeCell {
                id: interleave::Id::new(),
                v: ::std::cell::UnsafeCell::new(v),
            }
        }
        pub fn into_inner(self) -> T {
            self.v.into_inner()
        }
    }
    impl<T: ?Sized> UnsafeCell<T> {
        #[track_caller]
        pub fn get(&self) -> *mut T {
            if interleave::active() {
                let o = self.id.get(interleave::OK::Cell);
                interleave::op(interleave::K::Access, o, interleave::NONE, 0);
                if !interleave::access(o) {
                    panic!(
                        "data race: this access is not ordered after another thread's access to the same UnsafeCell"
                    )
                }
            }
            self.v.get()
        }
        pub fn get_mut(&mut self) -> &mut T {
            self.v.get_mut()
        }
    }
    impl<T: Default> Default for UnsafeCell<T> {
        #[track_caller]
        fn default() -> Self {
            Self::new(T::default())
        }
    }
}
/// Virtual time: real clocks would make executions differ.
pub mod time;

#[doc(hidden)]
#[track_caller]
pub fn __print(err: bool, nl: bool, a: ::std::fmt::Arguments) {
    if interleave::active() {
        let l = ::std::panic::Location::caller();
        interleave::remark(format!("prints \"{a}\""), Some(l));
        return;
    }
    match (err, nl) {
        (false, true) => ::std::println!("{a}"),
        (false, false) => ::std::print!("{a}"),
        (true, true) => ::std::eprintln!("{a}"),
        (true, false) => ::std::eprint!("{a}"),
    }
}
#[macro_export]
macro_rules! println { ($($t:tt)*) => { $crate::__print(false, true, $crate::format_args!($($t)*)) } }
#[macro_export]
macro_rules! print { ($($t:tt)*) => { $crate::__print(false, false, $crate::format_args!($($t)*)) } }
#[macro_export]
macro_rules! eprintln { ($($t:tt)*) => { $crate::__print(true, true, $crate::format_args!($($t)*)) } }
#[macro_export]
macro_rules! eprint { ($($t:tt)*) => { $crate::__print(true, false, $crate::format_args!($($t)*)) } }
#[macro_export]
macro_rules! dbg {
    () => { $crate::eprintln!("[{}:{}:{}]", $crate::file!(), $crate::line!(), $crate::column!()) };
    ($v:expr $(,)?) => { match $v { t => { $crate::eprintln!("[{}:{}:{}] {} = {:#?}", $crate::file!(), $crate::line!(), $crate::column!(), $crate::stringify!($v), &t); t } } };
    ($($v:expr),+ $(,)?) => { ($($crate::dbg!($v)),+,) };
}
#[macro_export]
macro_rules! thread_local {
    () => {};
    ($(#[$a:meta])* $v:vis static $n:ident : $t:ty = const $e:block $(; $($r:tt)*)?) => { $crate::thread_local!($(#[$a])* $v static $n: $t = { const I: $t = $e; I } $(; $($r)*)?); };
    ($(#[$a:meta])* $v:vis static $n:ident : $t:ty = $e:expr $(; $($r:tt)*)?) => {
        $(#[$a])* $v const $n: $crate::thread::LocalKey<$t> = { fn __init() -> $t { $e } static __KEY: u8 = 0; unsafe { $crate::thread::LocalKey::__new(__init, &raw const __KEY) } };
        $($crate::thread_local!($($r)*);)?
    };
}
/// Since Rust 1.9x the std macros reach a crate through the prelude, not only through `#[macro_use] extern crate std`:
/// without this `println!` and, worse, `thread_local!` would be the real ones.
pub mod prelude {
    pub use ::std::prelude::*;
    macro_rules! pre { ($($e:ident),*) => { $(pub mod $e { pub use ::std::prelude::$e::*; pub use crate::{dbg, eprint, eprintln, print, println, thread_local}; })* } }
    pre!(v1, rust_2015, rust_2018, rust_2021, rust_2024);
}
