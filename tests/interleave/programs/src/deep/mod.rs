//! Bugs that need several preemptions in the right places, in programs with far more interleavings than a depth-first
//! search can visit: what a sampler is measured by.
//!
//! A bug's depth is the number of ordering constraints that a schedule must meet to show it (Burckhardt, Kothari,
//! Musuvathi, Nagarakatte: *A randomized scheduler with probabilistic guarantees of finding bugs*, ASPLOS 2010): one
//! more than the preemptions that it needs.

pub mod aba_stack;
pub mod bakery;
mod node_pool;
pub mod safe_stack;
pub mod sequence_lock;

/// A deep bug, and the same program without.
#[derive(Clone, Copy)]
pub struct DeepBug {
    /// The program.
    pub name: &'static str,
    /// Goes wrong in some interleavings, few of them.
    pub wrong: fn(),
    /// Goes right in all of them.
    pub right: fn(),
    /// What the failed assertion says.
    pub shows: &'static str,
    /// The fewest preemptions of a failing schedule.
    pub preemptions: u32,
}

/// The deep bugs that a sampler is expected to find, the shallowest first.
pub const ALL: [DeepBug; 3] = [
    DeepBug {
        name: "bakery",
        wrong: bakery::wrong,
        right: bakery::right,
        shows: bakery::SHOWS,
        preemptions: 2,
    },
    DeepBug {
        name: "sequence_lock",
        wrong: sequence_lock::wrong,
        right: sequence_lock::right,
        shows: sequence_lock::SHOWS,
        preemptions: 2,
    },
    DeepBug {
        name: "aba_stack",
        wrong: aba_stack::wrong,
        right: aba_stack::right,
        shows: node_pool::SHOWS,
        preemptions: 5,
    },
];

/// Out of reach today: there to be tried when the sampler changes.
pub const OUT_OF_REACH: DeepBug = DeepBug {
    name: "safe_stack",
    wrong: safe_stack::wrong,
    right: safe_stack::right,
    shows: node_pool::SHOWS,
    preemptions: 7,
};
