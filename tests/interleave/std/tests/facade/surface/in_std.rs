//! The claims against the real `std`.
#![allow(
    clippy::type_complexity,
    clippy::disallowed_methods,
    reason = "types and functions are only named"
)]
#![allow(
    clippy::incompatible_msrv,
    reason = "the list is that of the newest version"
)]

use ::std as subject;

include!("claims.rs");
