//! What process 1 tells the outer stage of each turn: the files that were asked for, then how the program ended.
//!
//! It goes through a pipe that the program never holds. A line of JSON says what follows.

use std::fs::File;
use std::io::{self, BufRead, Read, Write};

use anyhow::Context;
use serde::{Deserialize, Serialize};

use crate::plan::Ending;

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Line {
    /// So many bytes of the file with that number follow.
    File { number: usize, bytes: u64 },
    /// Nothing follows.
    End(Ending),
}

/// Sends a file. One that is shorter by now than it was is filled up with zeros.
///
/// # Errors
/// The file cannot be read, or nobody listens.
pub(super) fn send_file(
    pipe: &mut File,
    number: usize,
    file: &File,
    bytes: u64,
) -> anyhow::Result<()> {
    send(pipe, &Line::File { number, bytes })?;
    let mut filled = file.take(bytes).chain(io::repeat(0)).take(bytes);
    io::copy(&mut filled, pipe).context("failed to send a file out of the sandbox")?;
    Ok(())
}

/// Sends the end.
///
/// # Errors
/// Nobody listens.
pub(super) fn send_end(pipe: &mut File, ending: Ending) -> anyhow::Result<()> {
    send(pipe, &Line::End(ending))
}

fn send(pipe: &mut File, line: &Line) -> anyhow::Result<()> {
    let text = serde_json::to_string(line)? + "\n";
    pipe.write_all(text.as_bytes())
        .context("failed to tell how the sandbox ended")
}

/// Receives all of one turn. The files go to `places`, in their order.
///
/// # Errors
/// The other side ended before the end, or a place cannot be written.
pub(super) fn receive(pipe: &mut impl BufRead, places: &mut [File]) -> anyhow::Result<Ending> {
    loop {
        let mut text = String::new();
        pipe.read_line(&mut text)
            .context("failed to hear from the sandbox")?;
        match serde_json::from_str(&text).context("the sandbox ended before it said how")? {
            Line::End(ending) => return Ok(ending),
            Line::File { number, bytes } => {
                let place = places
                    .get_mut(number)
                    .context("the sandbox sent a file that nobody asked for")?;
                io::copy(&mut pipe.by_ref().take(bytes), place)
                    .context("failed to keep a file of the sandbox")?;
            }
        }
    }
}
