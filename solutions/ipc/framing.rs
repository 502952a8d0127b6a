//! # Framing: where one order ends and the next begins
//!
//! The kitchen and the delivery service talk through a pipe. A pipe carries bytes, and knows nothing of messages: two
//! orders written one after the other may come out as one piece, or in five, cut anywhere. So each order is put into a
//! frame: first its length, then its bytes. And one day the other side sends rubbish, or dies in the middle of a frame.

use std::io::{self, ErrorKind, Read, Write};

/// The most bytes that a message may have.
pub const LIMIT: usize = 1 << 20;

/// Writes the message as one frame.
///
/// # Errors
///
/// When the message is too long, and when the writer fails.
pub fn write_frame(to: &mut impl Write, message: &[u8]) -> io::Result<()> {
    if message.len() > LIMIT {
        return Err(ErrorKind::InvalidInput.into());
    }
    // `write_all` goes on after a short write and after an interruption; `write` leaves both to its caller.
    to.write_all(&(message.len() as u32).to_be_bytes())?;
    to.write_all(message)?;
    // A message that waits in a buffer is a message that the other side waits for.
    to.flush()
}

/// Reads the message of one frame. `None` is the end of the stream.
///
/// # Errors
///
/// When the stream ends inside a frame, when the length is beyond the limit, and when the reader fails.
pub fn read_frame(from: &mut impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut length = [0; 4];
    // The decisive line: the first byte alone. Only here is the end of the stream the end of the talk; after one byte of a
    // frame it is an accident. `read_exact` over all four bytes cannot tell the two apart.
    let first = loop {
        match from.read(&mut length[..1]) {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            other => break other?,
        }
    };
    if first == 0 {
        return Ok(None);
    }
    from.read_exact(&mut length[1..])?;
    let length = u32::from_be_bytes(length) as usize;
    // Looked at before the memory is taken: the number came from outside.
    if length > LIMIT {
        return Err(ErrorKind::InvalidData.into());
    }
    let mut message = vec![0; length];
    from.read_exact(&mut message)?;
    Ok(Some(message))
}

// Wrong turns
// - one `read` for one message: it gives a part, or more than one (wrong/one_read.rs).
// - one `write` for one message: the rest is lost when the pipe is nearly full (wrong/one_write.rs).
// - every `UnexpectedEof` is the end: half an order passes for a good evening (wrong/cut_off_is_the_end.rs).
// - memory for whatever the length says: four bytes of rubbish ask for four gigabytes (wrong/believes_the_length.rs).
// - a `BufReader` inside: it takes the next frame along, and drops it (wrong/reads_ahead.rs).
