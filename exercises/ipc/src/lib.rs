//! Lesson `ipc`: pipes, messages, queues, sockets, and a file that several programs write.

// What a learner adds needs no documentation.
#![allow(missing_docs)]

// -- backpressure
// -- file_lock
#[cfg_attr(feature = "solution", path = "../../../solutions/ipc/file_lock.rs")]
pub mod file_lock;
// -- framing
// -- map_reduce
// -- pipe
#[cfg_attr(feature = "solution", path = "../../../solutions/ipc/pipe.rs")]
pub mod pipe;
// -- process_queue
#[cfg_attr(
    feature = "solution",
    path = "../../../solutions/ipc/process_queue.rs"
)]
pub mod process_queue;
// -- queue
// -- request_reply
// -- select
// -- shutdown
