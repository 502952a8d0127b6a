//! Lesson `processes`: start them, talk with them, wait for them, and survive their failures.

// What a learner adds needs no documentation.
#![allow(missing_docs)]

// -- cost_of_a_process
#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/processes/cost_of_a_process.rs"
)]
pub mod cost_of_a_process;
// -- crash_report
#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/processes/crash_report.rs"
)]
pub mod crash_report;
// -- deadline
#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/processes/deadline.rs"
)]
pub mod deadline;
// -- environment
// -- isolation
// -- primes
#[cfg_attr(feature = "solution", path = "../../../solutions/processes/primes.rs")]
pub mod primes;
// -- spawn_and_wait
// -- squares
// -- worker_role
