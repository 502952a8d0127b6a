//! interleave: explores all interleavings of plain `std` code.
//!
//! The learner's program is compiled against a facade of `std` whose every visible operation goes through [`op()`]: it
//! *announces* the operation (object, kind, source line), lets a strategy pick which thread runs next, and is then
//! granted. The engine, not the facade, owns the state of every object and knows when an operation is enabled (a lock is
//! free, a channel has an item, a thread has ended ...). So no model thread ever blocks inside an operation, "nobody is
//! enabled" is a deadlock with a complete picture of who waits for what, and time-outs are one more branch.
//!
//! Tests call [`outcomes`] for all reachable results and [`Explore::shortest`] for the schedule that explains a bad one.
//! Facades call the rest.

mod allocations;
mod announce;
mod apply;
mod bits;
mod clock;
mod coroutine;
mod dependence;
mod enabled;
mod execute;
mod explore;
mod gauge;
mod label;
mod locals;
mod memory;
mod object;
mod op;
mod outcome;
mod outcomes;
mod overflow;
mod overlap;
mod quarry;
mod record;
mod rendezvous;
mod runtime;
mod sample;
pub mod schedule;
mod search;
mod shortest;
mod shrink;
mod spawn;
mod spurious;
mod statics;
mod strategy;
mod subject;
mod synchronise;
mod task;
mod trace;
mod turns;
mod unwinding;
mod view;
mod virtual_time;
mod watchdog;

pub use allocations::CountingAllocator;
pub use announce::{choose, granted, notify_one, op, op_at, select};
pub use explore::{Explore, outcomes};
pub use gauge::{Gauge, Inside};
pub use locals::{local, local_init};
pub use memory::{access, fence, load_message, rmw_message, store_message};
pub use object::{Id, NONE, ObjId, Object, ObjectKind, ObjectKind as OK, obj};
pub use op::{Kind, Kind as K, Loc, Op, Tid};
pub use outcome::Outcome;
pub use outcomes::{Outcomes, Seen};
pub use record::{happened, note, remark};
pub use rendezvous::Rendezvous;
pub use runtime::{active, current};
pub use schedule::Schedule;
pub use shortest::Counterexample;
pub use spawn::{Slot, finished, panicked, seen, spawn, task_name};
pub use spurious::spurious_failure;
pub use statics::reset_static;
pub use task::Case;
pub use unwinding::{install_hook, message, model_catch, model_resume, panicking};
pub use view::View;
pub use virtual_time::{advance_clock, clock};
pub use watchdog::{STUCK_EXIT_CODE, on_stuck, set_patience};
