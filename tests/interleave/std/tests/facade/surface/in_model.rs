//! The claims against the model.

use ::interleave_std as subject;

include!("claims.rs");
