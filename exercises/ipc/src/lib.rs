//! Lesson `ipc`: pipes, messages, queues, sockets, and a file that several programs write.

// What a learner adds needs no documentation.
#![allow(missing_docs)]

#[cfg_attr(feature = "solution", path = "../../../solutions/ipc/backpressure.rs")]
pub mod backpressure;
#[cfg_attr(feature = "solution", path = "../../../solutions/ipc/file_lock.rs")]
pub mod file_lock;
#[cfg_attr(feature = "solution", path = "../../../solutions/ipc/framing.rs")]
pub mod framing;
#[cfg_attr(feature = "solution", path = "../../../solutions/ipc/map_reduce.rs")]
pub mod map_reduce;
#[cfg_attr(feature = "solution", path = "../../../solutions/ipc/pipe.rs")]
pub mod pipe;
#[cfg_attr(feature = "solution", path = "../../../solutions/ipc/process_queue.rs")]
pub mod process_queue;
#[cfg_attr(feature = "solution", path = "../../../solutions/ipc/queue.rs")]
pub mod queue;
#[cfg_attr(feature = "solution", path = "../../../solutions/ipc/request_reply.rs")]
pub mod request_reply;
#[cfg_attr(feature = "solution", path = "../../../solutions/ipc/select.rs")]
pub mod select;
#[cfg_attr(feature = "solution", path = "../../../solutions/ipc/shutdown.rs")]
pub mod shutdown;
