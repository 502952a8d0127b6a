//! What the server says to which path.

use std::io::{self, Write};
use std::net::TcpStream;

/// Writes the answer to `path` and lets the connection end.
pub(super) fn answer(mut stream: &TcpStream, path: &str) -> io::Result<()> {
    let (status, announced, body) = match path {
        "/cut" => ("200 OK", 1_000, "only this"),
        "/broken" => ("500 Internal Server Error", 6, "broken"),
        _ => match path.strip_prefix("/ok/") {
            Some(text) => ("200 OK", text.len(), text),
            None => ("404 Not Found", 7, "missing"),
        },
    };
    let head =
        format!("HTTP/1.1 {status}\r\nContent-Length: {announced}\r\nConnection: close\r\n\r\n");
    stream.write_all(head.as_bytes())?;
    stream.write_all(body.as_bytes())?;
    stream.flush()
}
