//! The length through `bytes`, which tries again by itself; the message through `take`, which grows as bytes come.

use std::io::{self, ErrorKind, Read, Write};

pub const LIMIT: usize = 1 << 20;

pub fn write_frame(to: &mut impl Write, message: &[u8]) -> io::Result<()> {
    let length = u32::try_from(message.len())
        .ok()
        .filter(|length| *length as usize <= LIMIT)
        .ok_or(ErrorKind::InvalidInput)?;
    let frame: Vec<u8> = length
        .to_be_bytes()
        .into_iter()
        .chain(message.iter().copied())
        .collect();
    to.write_all(&frame).and_then(|()| to.flush())
}

pub fn read_frame(from: &mut impl Read) -> io::Result<Option<Vec<u8>>> {
    let head: Vec<u8> = from.by_ref().bytes().take(4).collect::<io::Result<_>>()?;
    if head.is_empty() {
        return Ok(None);
    }
    let head: [u8; 4] = head.try_into().map_err(|_| ErrorKind::UnexpectedEof)?;
    let length = u32::from_be_bytes(head);
    if length as usize > LIMIT {
        return Err(io::Error::new(
            ErrorKind::InvalidData,
            format!("a message of {length} bytes"),
        ));
    }
    let mut message = Vec::new();
    from.take(length.into()).read_to_end(&mut message)?;
    if message.len() < length as usize {
        return Err(ErrorKind::UnexpectedEof.into());
    }
    Ok(Some(message))
}
