//! Takes memory only as the message arrives, a piece at a time, as for lengths that nobody believes.

use std::io::{self, ErrorKind, Read, Write};

pub const LIMIT: usize = 1 << 20;

pub fn write_frame(to: &mut impl Write, message: &[u8]) -> io::Result<()> {
    match message.len() {
        0..=LIMIT => {
            let mut frame = Vec::with_capacity(4 + message.len());
            frame.extend((message.len() as u32).to_be_bytes());
            frame.extend(message);
            to.write_all(&frame)?;
            to.flush()
        }
        _ => Err(ErrorKind::InvalidInput.into()),
    }
}

pub fn read_frame(from: &mut impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut head = Vec::new();
    if from.take(4).read_to_end(&mut head)? == 0 {
        return Ok(None);
    }
    let head = <[u8; 4]>::try_from(head).map_err(|_| ErrorKind::UnexpectedEof)?;
    let mut left = u32::from_be_bytes(head) as usize;
    if left > LIMIT {
        return Err(ErrorKind::InvalidData.into());
    }
    let (mut message, mut piece) = (Vec::new(), [0; 4096]);
    while left > 0 {
        let now = left.min(piece.len());
        from.read_exact(&mut piece[..now])?;
        message.extend(&piece[..now]);
        left -= now;
    }
    Ok(Some(message))
}
