//! The tests of lesson `locks`. In each file they stand in the order of the learner's path.

mod barrier;
mod bounded_buffer;
mod check_then_act;
mod counter;
mod guard_scope;
mod lock_order;
mod lost_update;
mod once;
mod philosophers;
mod poison;
mod publish;
mod read_write;
mod semaphore;
