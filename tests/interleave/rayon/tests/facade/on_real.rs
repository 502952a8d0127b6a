//! The bodies with the real crates.

use ::rayon as subject;
use ::std as stdlib;

include!("bodies.rs");
