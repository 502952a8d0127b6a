//! As in C: loops over `read` and `write` that count what is done.

use std::io::{self, Error, ErrorKind, Read, Write};

pub const LIMIT: usize = 1 << 20;

/// Fills the buffer as far as the stream goes.
fn fill(from: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut done = 0;
    while done < buffer.len() {
        match from.read(&mut buffer[done..]) {
            Ok(0) => break,
            Ok(n) => done += n,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        }
    }
    Ok(done)
}

fn send(to: &mut impl Write, bytes: &[u8]) -> io::Result<()> {
    let mut done = 0;
    while done < bytes.len() {
        match to.write(&bytes[done..]) {
            Ok(0) => return Err(Error::other("nothing goes out")),
            Ok(n) => done += n,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

pub fn write_frame(to: &mut impl Write, message: &[u8]) -> io::Result<()> {
    let n = message.len();
    if n > LIMIT {
        return Err(Error::new(ErrorKind::InvalidInput, "too long"));
    }
    let head = [(n >> 24) as u8, (n >> 16) as u8, (n >> 8) as u8, n as u8];
    send(to, &head)?;
    send(to, message)?;
    to.flush()
}

pub fn read_frame(from: &mut impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut head = [0u8; 4];
    match fill(from, &mut head)? {
        0 => return Ok(None),
        4 => {}
        _ => {
            return Err(Error::new(
                ErrorKind::UnexpectedEof,
                "cut off in the length",
            ));
        }
    }
    let n = head.iter().fold(0usize, |n, byte| n << 8 | *byte as usize);
    if n > LIMIT {
        return Err(Error::new(ErrorKind::InvalidData, "too long"));
    }
    let mut message = vec![0u8; n];
    if fill(from, &mut message)? < n {
        return Err(Error::new(
            ErrorKind::UnexpectedEof,
            "cut off in the message",
        ));
    }
    Ok(Some(message))
}
