//! The tests of lesson `processes`. In each file they stand in the order of the learner's path.

// -- cost_of_a_process
mod cost_of_a_process;
// -- crash_report
mod crash_report;
// -- deadline
mod deadline;
// -- environment
mod environment;
mod job;
// -- isolation
mod isolation;
// -- primes
mod primes;
// -- spawn_and_wait
mod spawn_and_wait;
// -- squares
mod squares;
mod turns;
// -- worker_role
mod role;
mod worker_role;
