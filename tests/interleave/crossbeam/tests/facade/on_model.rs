//! The bodies with the model.

use ::interleave_crossbeam as subject;
use ::interleave_std as stdlib;

include!("bodies.rs");
