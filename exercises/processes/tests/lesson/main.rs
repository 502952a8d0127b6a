//! The tests of lesson `processes`. In each file they stand in the order of the learner's path.

// -- cost_of_a_process
mod cost_of_a_process;
// -- crash_report
mod crash_report;
// -- deadline
mod deadline;
// -- environment
// -- isolation
// -- primes
mod primes;
// -- spawn_and_wait
// -- squares
// -- worker_role
