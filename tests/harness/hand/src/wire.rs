//! What goes over the connection between a test and its programs: lists of byte strings.
//!
//! A list is its length and its strings, a string its length and its bytes; lengths are four bytes, the lowest first.

use std::io::{self, Read, Write};

/// One message.
pub type Message = Vec<Vec<u8>>;

/// Longer ones are not sent, and are refused when they come: no test has more to say.
const LONGEST: usize = 1 << 26;

/// Sends a message.
///
/// # Errors
///
/// When the other side has gone.
pub fn write(mut stream: impl Write, message: &[Vec<u8>]) -> io::Result<()> {
    let mut bytes = length(message.len())?.to_vec();
    for part in message {
        bytes.extend(length(part.len())?);
        bytes.extend(part);
    }
    stream.write_all(&bytes)
}

/// Waits for a message.
///
/// # Errors
///
/// When the other side has gone, or what it sends is no message.
pub fn read(mut stream: impl Read) -> io::Result<Message> {
    let parts = read_length(&mut stream)?;
    (0..parts)
        .map(|_| {
            let mut part = vec![0; read_length(&mut stream)?];
            stream.read_exact(&mut part)?;
            Ok(part)
        })
        .collect()
}

fn length(length: usize) -> io::Result<[u8; 4]> {
    match u32::try_from(length) {
        Ok(short) if length <= LONGEST => Ok(short.to_le_bytes()),
        _ => Err(io::ErrorKind::InvalidData.into()),
    }
}

fn read_length(mut stream: impl Read) -> io::Result<usize> {
    let mut bytes = [0; 4];
    stream.read_exact(&mut bytes)?;
    let length = u32::from_le_bytes(bytes) as usize;
    if length > LONGEST {
        return Err(io::ErrorKind::InvalidData.into());
    }
    Ok(length)
}
