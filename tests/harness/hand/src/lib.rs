//! The worker's side of the harness's programs.
//!
//! A test puts a program into a folder of its own, beside a file that says where the test listens. The program looks for
//! that file beside itself, whatever environment, arguments and working directory it was started with, connects, and goes
//! on only when it is let in. The connection is its lifeline: when the test ends, is killed, or has had enough of this
//! program, the connection ends, and the program with it.

mod children;
mod orders;
pub mod wire;

use std::io;
use std::net::TcpStream;
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::{env, fs, process, thread};
use wire::Message;

/// The file beside the program: the test's address, and a word that only programs of this folder know.
pub const INVITATION: &str = "invitation";

/// The exit code of a program that was sent away, or whose test has ended.
pub const SENT_AWAY: i32 = 113;

/// The exit code of a program that nobody has invited: it was not started from a test's folder.
pub const NOT_INVITED: i32 = 114;

/// The exit code of a program that has started processes and not waited for them: see [`leave`].
pub const NEVER_WAITED: i32 = 115;

/// Does what the test says, until it says to end: the whole `main` of a program without code of its own.
pub fn serve() -> ! {
    let (stream, orders) = come_in();
    orders::obey(&stream, &orders)
}

/// The first line in the `main` of a program that runs a learner's code: returns when the test lets it in, and ends the
/// process, from a thread of its own, when the test ends.
pub fn enter() {
    let (stream, orders) = come_in();
    // The connection lives as long as the process does.
    std::mem::forget((stream, orders));
}

/// The last line in the `main` of a program whose code starts processes: ends with [`NEVER_WAITED`] when any of them was
/// never waited for. Nobody else can tell: when this process has ended, the system buries them.
pub fn leave() {
    if children::not_waited_for() > 0 {
        process::exit(NEVER_WAITED);
    }
}

/// Connects, says who it is, and waits to be let in. What the test says from then on comes through the channel.
fn come_in() -> (TcpStream, Receiver<Message>) {
    let (stream, orders) = connect().unwrap_or_else(|error| {
        eprintln!("this program belongs to a test and cannot be run by itself: {error}");
        process::exit(NOT_INVITED)
    });
    match orders.recv() {
        Ok(word) if word == [b"come in"] => (stream, orders),
        _ => process::exit(SENT_AWAY),
    }
}

fn connect() -> io::Result<(TcpStream, Receiver<Message>)> {
    let program = env::current_exe()?;
    let folder = program.parent().unwrap_or(Path::new("."));
    let invitation = fs::read_to_string(folder.join(INVITATION))?;
    let mut lines = invitation.lines();
    let (address, word) = (
        lines.next().unwrap_or_default(),
        lines.next().unwrap_or_default(),
    );
    let stream = TcpStream::connect(address)?;
    stream.set_nodelay(true)?;
    wire::write(&stream, &introduction(word))?;
    let (said, orders) = mpsc::channel();
    let lifeline = stream.try_clone()?;
    thread::spawn(move || {
        while let Ok(message) = wire::read(&lifeline) {
            if said.send(message).is_err() {
                break;
            }
        }
        process::exit(SENT_AWAY)
    });
    Ok((stream, orders))
}

/// The word of the invitation; the process's id; its folder; how many arguments, and these; names and values of its
/// environment in turn.
fn introduction(word: &str) -> Message {
    let folder = env::current_dir().unwrap_or_default();
    let arguments: Vec<_> = env::args_os().skip(1).collect();
    let mut message: Message = vec![
        word.into(),
        process::id().to_string().into(),
        folder.into_os_string().into_encoded_bytes(),
        arguments.len().to_string().into(),
    ];
    message.extend(arguments.into_iter().map(|text| text.into_encoded_bytes()));
    for (name, value) in env::vars_os() {
        message.push(name.into_encoded_bytes());
        message.push(value.into_encoded_bytes());
    }
    message
}
