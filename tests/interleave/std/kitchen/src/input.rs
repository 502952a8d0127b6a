//! Reading, parsing, the environment: the real ones.

use std::io::{self, BufRead, Read, Write};

/// Reads a line, a rest and a number.
///
/// # Errors
/// If the text is no number.
pub fn read(text: &str) -> Result<(String, u32), Box<dyn std::error::Error>> {
    let mut input = io::Cursor::new(text.as_bytes());
    let mut line = String::new();
    input.read_line(&mut line)?;
    let mut rest = String::new();
    input.read_to_string(&mut rest)?;
    io::stderr().flush()?;
    let _ = (
        std::env::args().count(),
        std::env::var("HOME"),
        std::process::id(),
    );
    let _ = (
        env!("CARGO_PKG_NAME"),
        option_env!("NOPE"),
        concat!("a", 1),
        include_str!("input.rs"),
    );
    let _ = (line!(), file!(), module_path!(), stringify!(a));
    Ok((line, rest.trim().parse()?))
}
