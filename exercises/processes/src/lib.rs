//! Lesson `processes`: start them, talk with them, wait for them, and survive their failures.

// What a learner adds needs no documentation.
#![allow(missing_docs)]

#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/processes/cost_of_a_process.rs"
)]
pub mod cost_of_a_process;
#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/processes/crash_report.rs"
)]
pub mod crash_report;
#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/processes/deadline.rs"
)]
pub mod deadline;
#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/processes/environment.rs"
)]
pub mod environment;
#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/processes/isolation.rs"
)]
pub mod isolation;
#[cfg_attr(feature = "solution", path = "../../../solutions/processes/primes.rs")]
pub mod primes;
#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/processes/spawn_and_wait.rs"
)]
pub mod spawn_and_wait;
#[cfg_attr(feature = "solution", path = "../../../solutions/processes/squares.rs")]
pub mod squares;
#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/processes/worker_role.rs"
)]
pub mod worker_role;
