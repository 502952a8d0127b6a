//! What lesson tests call.
//!
//! A lesson test makes one claim about the learner's code (see [`Claim`]) and is written as a sentence:
//!
//! ```ignore
//! #[test]
//! #[claim(every_interleaving)]
//! fn no_interleaving_loses_an_update() {
//!     every_interleaving(|| locks_model::counter::count(2, 2)).is("{4}");
//! }
//! ```
//!
//! Whatever fails becomes a [`Finding`]: a verdict, a message for the learner, and where there is one the set of outcomes
//! and the shortest schedule. Findings are printed for who runs `cargo test`, and written as JSON lines to the file named
//! by the environment variable `HARNESS_FINDINGS` for who runs the runner.
//!
//! Nothing here proves anything by sleeping. What must block on real threads has a deadline and says what it waited for.

mod claim;
mod cost;
mod deadline;
mod every_interleaving;
mod finding;
mod headcount;
mod lifeline;
mod meeting;
mod panics;
mod place;
mod presence;
mod program;
mod random;
mod record;
mod secret;
mod server;
mod snapshot;
mod stuck;
mod verdict;

pub use claim::{Claim, run_claim};
pub use cost::{Cloned, large_allocations};
pub use deadline::{half_patience, patience, within};
pub use every_interleaving::{EveryInterleaving, every_interleaving};
pub use finding::{Finding, fail};
pub use harness_macros::claim;
pub use headcount::{Headcount, Inside};
pub use insta;
pub use meeting::Meeting;
pub use presence::{Presence, Token};
pub use program::{Actor, Program};
pub use random::random;
pub use server::{Server, refused_url};
pub use snapshot::compare_snapshot;
pub use verdict::Verdict;

/// What a lesson test needs in scope.
pub mod prelude {
    pub use crate::{
        Actor, Cloned, Finding, Headcount, Meeting, Presence, Program, Server, Verdict, claim,
        every_interleaving, fail, large_allocations, random, refused_url, within,
    };
    pub use crate::{assert_snapshot, expect};
    pub use interleave::{Gauge, Rendezvous};
}
