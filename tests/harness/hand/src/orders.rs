//! What a test can have a worker do.

use crate::SENT_AWAY;
use crate::wire::{self, Message};
#[cfg(unix)]
use std::fs::File;
use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::process;
use std::sync::mpsc::Receiver;

/// Carries out one order after the other and answers each, until one of them ends the process.
pub(crate) fn obey(test: &TcpStream, orders: &Receiver<Message>) -> ! {
    while let Ok(order) = orders.recv() {
        let text = order.get(1).map(Vec::as_slice).unwrap_or_default();
        let answer = match order.first().map(Vec::as_slice) {
            Some(b"print") => print(&mut io::stdout().lock(), text),
            Some(b"print error") => print(&mut io::stderr().lock(), text),
            Some(b"read line") => read_line(),
            Some(b"read to end") => read_to_end(),
            Some(b"close input") => close_input(),
            Some(b"exit") => process::exit(number(text)),
            Some(b"abort") => process::abort(),
            Some(b"panic") => panic(text),
            _ => process::exit(SENT_AWAY),
        };
        if wire::write(test, &answer).is_err() {
            break;
        }
    }
    process::exit(SENT_AWAY)
}

/// Whoever started the worker may have closed the pipe: the test is told, and the worker goes on.
fn print(stream: &mut impl Write, text: &[u8]) -> Message {
    match stream.write_all(text).and_then(|()| stream.flush()) {
        Ok(()) => vec![b"done".into()],
        Err(_) => vec![b"closed".into()],
    }
}

/// Byte by byte: what comes behind the line must stay in the pipe for `read to end`.
fn read_line() -> Message {
    let mut line = Vec::new();
    let mut stdin = io::stdin().lock();
    let mut byte = [0];
    while let Ok(1) = stdin.read(&mut byte) {
        if byte[0] == b'\n' {
            return vec![b"line".into(), line];
        }
        line.push(byte[0]);
    }
    match line.is_empty() {
        true => vec![b"end".into()],
        false => vec![b"line".into(), line],
    }
}

fn read_to_end() -> Message {
    let mut all = Vec::new();
    // What came before an error counts.
    let _ = io::stdin().lock().read_to_end(&mut all);
    vec![b"all".into(), all]
}

/// What reads no more from the pipe is not there for whoever writes to it.
fn close_input() -> Message {
    #[cfg(unix)]
    let closed = File::open("/dev/null").is_ok_and(|null| rustix::stdio::dup2_stdin(null).is_ok());
    #[cfg(not(unix))]
    let closed = false;
    match closed {
        true => vec![b"done".into()],
        false => vec![b"open".into()],
    }
}

fn number(text: &[u8]) -> i32 {
    let text = String::from_utf8_lossy(text);
    text.parse().unwrap_or(SENT_AWAY)
}

/// Dies as a Rust program dies that panics: the message on standard error, exit code 101.
fn panic(text: &[u8]) -> ! {
    panic!("{}", String::from_utf8_lossy(text))
}
