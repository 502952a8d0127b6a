//! The bodies with the real crates.

use ::crossbeam as subject;
use ::std as stdlib;

include!("bodies.rs");
