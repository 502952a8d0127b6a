//! `std::prelude` with the model's macros.
//!
//! Since Rust 1.9x std's macros reach a crate through the prelude, not only through `#[macro_use] extern crate std`.
//! Without these modules a bare `println!` and, worse, a bare `thread_local!` would silently be the real ones.

pub use ::std::prelude::*;

/// What every edition's prelude holds.
pub mod v1 {
    pub use crate::{dbg, eprint, eprintln, print, println, thread_local};
    pub use ::std::prelude::v1::*;
}
/// The prelude of edition 2015.
pub mod rust_2015 {
    pub use crate::{dbg, eprint, eprintln, print, println, thread_local};
    pub use ::std::prelude::rust_2015::*;
}
/// The prelude of edition 2018.
pub mod rust_2018 {
    pub use crate::{dbg, eprint, eprintln, print, println, thread_local};
    pub use ::std::prelude::rust_2018::*;
}
/// The prelude of edition 2021.
pub mod rust_2021 {
    pub use crate::{dbg, eprint, eprintln, print, println, thread_local};
    pub use ::std::prelude::rust_2021::*;
}
/// The prelude of edition 2024.
pub mod rust_2024 {
    pub use crate::{dbg, eprint, eprintln, print, println, thread_local};
    pub use ::std::prelude::rust_2024::*;
}
