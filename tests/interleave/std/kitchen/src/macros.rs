//! Macros of the learner's own that name `std`.

#[macro_use]
mod local {
    macro_rules! locked {
        ($value:expr) => {
            std::sync::Mutex::new($value)
        };
    }
    /// Calls a function of this crate by `$crate`.
    #[macro_export]
    macro_rules! wrapped {
        ($value:expr) => {
            $crate::macros::wrap($value)
        };
    }
}

/// Through a lock and back.
pub fn wrap(value: u32) -> u32 {
    let mutex = locked!(value);
    *mutex.lock().unwrap()
}

/// Uses the exported macro.
pub fn use_exported() -> u32 {
    wrapped!(3)
}
