//! Every way to name a type of `std`; all of them must lead to the model.

extern crate alloc;
extern crate std as renamed;

use ::std::sync::Mutex as Absolute;
use core::sync::atomic as of_core;
use std::any::type_name;
use std::sync::{self, *};

/// The full names of one lock and one atomic by different paths.
pub fn locks_and_atomics() -> Vec<&'static str> {
    vec![
        type_name::<Absolute<u8>>(),
        type_name::<renamed::sync::Mutex<u8>>(),
        type_name::<Mutex<u8>>(),
        type_name::<sync::Mutex<u8>>(),
        type_name::<crate::paths::sync::Mutex<u8>>(),
        type_name::<of_core::AtomicU8>(),
        type_name::<core::sync::atomic::AtomicU8>(),
        type_name::<::core::sync::atomic::AtomicU8>(),
        type_name::<core::cell::UnsafeCell<u8>>(),
    ]
}

/// `alloc` has no lock and no atomic of its own, and its `Arc` is std's.
pub fn arc_of_alloc() -> alloc::sync::Arc<u8> {
    Arc::new(1)
}

/// The rest of `core` is the real one, also where the compiler goes by itself.
pub fn rest_of_core(text: &str) -> Result<u32, core::num::ParseIntError> {
    let number: u32 = core::str::FromStr::from_str(text)?;
    let doubled: core::option::Option<u32> = number.checked_mul(2);
    Ok(core::iter::once(core::mem::take(&mut doubled.unwrap_or_default())).sum())
}

/// A counter with core's atomics, raced by two threads.
pub fn race_on_core() -> u32 {
    let count = core::sync::atomic::AtomicU32::new(0);
    let add = || {
        let seen = count.load(of_core::Ordering::SeqCst);
        count.store(seen + 1, of_core::Ordering::SeqCst);
    };
    std::thread::scope(|scope| {
        scope.spawn(add);
        scope.spawn(add);
    });
    count.into_inner()
}
