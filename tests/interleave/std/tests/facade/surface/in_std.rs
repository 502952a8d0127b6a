//! The claims against the real `std`.

use ::std as subject;

include!("claims.rs");
