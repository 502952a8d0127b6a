//! # Framing: where one order ends and the next begins
//!
//! The kitchen and the delivery service talk through a pipe. A pipe carries bytes, and knows nothing of messages: two
//! orders written one after the other may come out as one piece, or in five, cut anywhere. So each order is put into a
//! frame: first its length, then its bytes. And one day the other side sends rubbish, or dies in the middle of a frame.
//!
//! **In Python** `multiprocessing.Connection` does this inside `send` and `recv`; over a socket you write
//! `struct.pack(">I", len(message)) + message`, and learn that `recv(4)` may give three bytes. In Rust `Read::read` and
//! `Write::write` promise as little as `recv` and `send`: they take or give a part, and say how much.
//!
//! A frame: the number of the message's bytes as four bytes, the highest first (big endian), then the message.
//!
//! **Your task**
//! 1. `write_frame` writes one frame, all of it. When it returns, every byte has left, also from a writer with a buffer.
//! 2. `read_frame` reads one frame and not a byte more, in however many pieces it comes. It gives `None` when the stream
//!    ends before the first byte of a frame.
//! 3. A stream that ends inside a frame is an error of the kind `UnexpectedEof`.
//! 4. A message longer than `LIMIT` is refused: by `write_frame` with the kind `InvalidInput`, before anything is written;
//!    by `read_frame` with `InvalidData`, before any memory is taken for it.
//! 5. A call that was `Interrupted` is tried again. Any other error of the stream reaches the caller as it is.
//!
//! **Leave alone:** the signatures, `LIMIT`, and the folder `tests/`.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use std::io::{self, Read, Write};

/// The most bytes that a message may have.
pub const LIMIT: usize = 1 << 20;

/// Writes the message as one frame.
///
/// # Errors
///
/// When the message is too long, and when the writer fails.
pub fn write_frame(to: &mut impl Write, message: &[u8]) -> io::Result<()> {
    // TODO 1: the length, the message. How much does one `write` write?
    // TODO 4: what if the message is too long?
    let _ = to;
    todo!("write a frame of {} bytes", message.len())
}

/// Reads the message of one frame. `None` is the end of the stream.
///
/// # Errors
///
/// When the stream ends inside a frame, when the length is beyond the limit, and when the reader fails.
pub fn read_frame(from: &mut impl Read) -> io::Result<Option<Vec<u8>>> {
    // TODO 2: the length, then so many bytes. How much does one `read` read?
    // TODO 3: how do the two ends of a stream differ, the one between frames and the one inside?
    let _ = from;
    todo!("read a frame")
}
