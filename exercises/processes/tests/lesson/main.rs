//! The tests of lesson `processes`. In each file they stand in the order of the learner's path.

mod cost_of_a_process;
mod crash_report;
mod deadline;
mod environment;
mod evening;
mod isolation;
mod job;
mod output;
mod primes;
mod role;
mod spawn_and_wait;
mod squares;
mod turns;
mod worker_role;
