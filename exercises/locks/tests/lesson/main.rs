//! The tests of lesson `locks`, in the order of the learner's path.

mod bounded_buffer;
mod check_then_act;
mod counter;
mod guard_scope;
mod lock_order;
mod lost_update;
mod read_write;
mod semaphore;
