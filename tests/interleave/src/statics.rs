//! Statics start afresh in each execution.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// Whether this address lies in the executable's own data. Linux only: elsewhere static locks are refused.
fn is_static(address: usize) -> bool {
    #[cfg(target_os = "linux")]
    {
        // SAFETY: both symbols are defined by the linker for every executable; only their addresses are taken.
        unsafe extern "C" {
            static __ehdr_start: u8;
            static _end: u8;
        }
        let data = (&raw const __ehdr_start) as usize..(&raw const _end) as usize;
        data.contains(&address)
    }
    #[cfg(not(target_os = "linux"))]
    {
        let _ = address;
        false
    }
}

/// Called at the first use of a lock in an execution. A `static` gets back the bytes that it had before its first use
/// ever: a constant initialiser owns no memory, so its bytes may be used again, and what the last execution left there
/// is leaked. Returns false if the value `survived` an earlier execution and cannot be reset.
///
/// # Safety
/// `value` points to `size` initialised bytes that nobody borrows during the call.
pub unsafe fn reset_static(value: *mut u8, size: usize, survived: bool) -> bool {
    static PRISTINE: Mutex<BTreeMap<usize, Box<[u8]>>> = Mutex::new(BTreeMap::new());
    if !is_static(value as usize) {
        return !survived;
    }
    let mut pristine = PRISTINE.lock().unwrap_or_else(PoisonError::into_inner);
    match pristine.get(&(value as usize)) {
        // SAFETY: the copy has `size` bytes, since it was taken from this very static; the caller vouches for the rest.
        Some(bytes) => unsafe { std::ptr::copy_nonoverlapping(bytes.as_ptr(), value, size) },
        None => {
            // SAFETY: the caller vouches for `size` initialised bytes that are not borrowed.
            let bytes = unsafe { std::slice::from_raw_parts(value, size) };
            pristine.insert(value as usize, bytes.into());
        }
    }
    true
}
