//! The claims against the model.
#![allow(clippy::type_complexity, reason = "types are only named")]
#![allow(
    clippy::incompatible_msrv,
    reason = "the list is that of the newest version"
)]

use ::interleave_std as subject;

include!("claims.rs");
