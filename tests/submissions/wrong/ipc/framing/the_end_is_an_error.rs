//! verdict: wrong_result
//! No end is a good end.

use std::io::{self, ErrorKind, Read, Write};

pub const LIMIT: usize = 1 << 20;

pub fn write_frame(to: &mut impl Write, message: &[u8]) -> io::Result<()> {
    if message.len() > LIMIT {
        return Err(ErrorKind::InvalidInput.into());
    }
    to.write_all(&(message.len() as u32).to_be_bytes())?;
    to.write_all(message)?;
    to.flush()
}

pub fn read_frame(from: &mut impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut length = [0; 4];
    from.read_exact(&mut length)?;
    let length = u32::from_be_bytes(length) as usize;
    if length > LIMIT {
        return Err(ErrorKind::InvalidData.into());
    }
    let mut message = vec![0; length];
    from.read_exact(&mut message)?;
    Ok(Some(message))
}
