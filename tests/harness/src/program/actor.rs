//! One worker process, as the test that plays it sees it.

use super::census;
use crate::half_patience;
use harness_hand::wire::{self, Message};
use std::collections::BTreeMap;
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

/// A process that runs the program of a [`Program::acted`](crate::Program::acted), from its start until it is told to end.
///
/// When it has been killed, or has been told to end, whatever it is told from then on is ignored.
#[derive(Debug)]
pub struct Actor {
    number: usize,
    id: u32,
    folder: PathBuf,
    arguments: Vec<String>,
    variables: BTreeMap<String, String>,
    stream: TcpStream,
    gone: bool,
}

impl Actor {
    /// Reads what the process says about itself; `None` when it is none of this program's.
    pub(super) fn introduced(stream: TcpStream, word: &str) -> Option<Actor> {
        let message = wire::read(&stream).ok()?;
        let mut texts = message
            .iter()
            .map(|text| String::from_utf8_lossy(text).into_owned());
        if texts.next()? != word {
            return None;
        }
        let id = texts.next()?.parse().ok()?;
        let folder = texts.next()?.into();
        let given: usize = texts.next()?.parse().ok()?;
        let arguments = texts.by_ref().take(given).collect();
        let mut variables = BTreeMap::new();
        while let (Some(name), Some(value)) = (texts.next(), texts.next()) {
            variables.insert(name, value);
        }
        Some(Actor {
            number: 0,
            id,
            folder,
            arguments,
            variables,
            stream,
            gone: false,
        })
    }

    /// How many processes of the program came before this one.
    pub fn number(&self) -> usize {
        self.number
    }

    /// The process's id.
    pub fn id(&self) -> u32 {
        self.id
    }

    /// Its arguments, without the program's name.
    pub fn arguments(&self) -> &[String] {
        &self.arguments
    }

    /// Its environment.
    pub fn variables(&self) -> &BTreeMap<String, String> {
        &self.variables
    }

    /// The folder that it works in.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Writes to its standard output, and waits until that is done: a pipe that is full and that nobody reads holds it up.
    pub fn print(&mut self, text: &str) {
        self.order(&[b"print", text.as_bytes()]);
    }

    /// Writes to its standard error.
    pub fn print_error(&mut self, text: &str) {
        self.order(&[b"print error", text.as_bytes()]);
    }

    /// Waits for a line on its standard input, and gives it without the line's end; `None` at the end of the input.
    pub fn read_line(&mut self) -> Option<String> {
        let answer = self.order(&[b"read line"])?;
        let line = answer.get(1)?;
        Some(String::from_utf8_lossy(line).into_owned())
    }

    /// Waits until its standard input ends, and gives everything that came.
    pub fn read_to_end(&mut self) -> Vec<u8> {
        let answer = self.order(&[b"read to end"]);
        answer
            .and_then(|mut answer| answer.pop())
            .unwrap_or_default()
    }

    /// Closes its standard input: who writes to it from now on hears that nobody reads, at once and not only when the process
    /// has ended. Elsewhere than on Unix it stays open.
    pub fn close_input(&mut self) {
        self.order(&[b"close input"]);
    }

    /// Does nothing until it is killed, or the test ends.
    pub fn stay(&mut self) {
        // It says nothing unasked, so this returns when the connection has ended.
        while wire::read(&self.stream).is_ok() {}
        self.gone = true;
    }

    /// Ends with this code. When this returns, it has ended: whoever asks the system hears so.
    pub fn exit(&mut self, code: i32) {
        self.last(&[b"exit", code.to_string().as_bytes()]);
    }

    /// Ends by `std::process::abort`: on Unix it dies of the signal SIGABRT.
    pub fn abort(&mut self) {
        self.last(&[b"abort"]);
    }

    /// Panics: the text on its standard error, and exit code 101.
    pub fn panic(&mut self, text: &str) {
        self.last(&[b"panic", text.as_bytes()]);
    }

    /// Whether it is still there to be told anything, as far as its last answer says. After [`Actor::read_line`] has given
    /// `None` this tells a worker whose input has ended from one that was killed.
    pub fn is_here(&self) -> bool {
        !self.gone
    }

    /// Lets the process in, as the one of that number.
    pub(super) fn admit(&mut self, number: usize) {
        self.number = number;
        self.tell(&[b"come in"]);
    }

    fn last(&mut self, order: &[&[u8]]) {
        self.tell(order);
        self.stay();
        // A process that ends closes its connections first, and for a moment still counts as one that runs.
        let end = Instant::now() + half_patience();
        while census::runs(self.id) && Instant::now() < end {
            thread::park_timeout(Duration::from_millis(1));
        }
    }

    fn order(&mut self, order: &[&[u8]]) -> Option<Message> {
        self.tell(order);
        if self.gone {
            return None;
        }
        let answer = wire::read(&self.stream).ok();
        self.gone = answer.is_none();
        answer
    }

    fn tell(&mut self, order: &[&[u8]]) {
        if !self.gone {
            let message: Message = order.iter().map(|part| part.to_vec()).collect();
            self.gone = wire::write(&self.stream, &message).is_err();
        }
    }
}
