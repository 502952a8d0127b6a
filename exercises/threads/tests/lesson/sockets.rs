//! `sockets`: lines come back, nobody waits for a slow guest, and after the shutdown nothing is left.
//!
//! Sockets are not part of the model, so these tests use real threads and real connections on loopback.

use harness::prelude::*;
use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use threads::sockets::Echo;

/// A guest who gives up waiting after a while, so that no test hangs.
struct Guest(BufReader<TcpStream>);

impl Guest {
    fn come(address: SocketAddr) -> Guest {
        let stream = TcpStream::connect(address);
        expect!(
            stream.is_ok(),
            WrongResult,
            "nobody listens at the address that the server gave"
        );
        let stream = stream.expect("looked at above");
        stream
            .set_read_timeout(Some(harness::half_patience()))
            .expect("a time-out can be set");
        Guest(BufReader::new(stream))
    }

    fn say(&mut self, line: &[u8]) {
        let said = self.0.get_mut().write_all(line);
        expect!(
            said.is_ok(),
            WrongResult,
            "the server hung up on a guest who wanted to speak"
        );
    }

    /// The next line; `None` when none comes in time.
    fn hear(&mut self) -> Option<Vec<u8>> {
        let mut line = Vec::new();
        match self.0.read_until(b'\n', &mut line) {
            Ok(_) => Some(line),
            Err(_) => None,
        }
    }

    /// Whether the stream has come to its end.
    fn sees_the_end(&mut self) -> bool {
        let mut rest = [0; 8];
        match self.0.read(&mut rest) {
            Ok(bytes) => bytes == 0,
            Err(error) => !matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut),
        }
    }
}

/// A line as a learner can read it.
fn text(line: &[u8]) -> String {
    String::from_utf8_lossy(line).into_owned()
}

fn start() -> Echo {
    let started = Echo::start();
    expect!(started.is_ok(), WrongResult, "the server did not start");
    started.unwrap_or_else(|_| unreachable!("looked at above"))
}

#[test]
#[claim(value)]
fn lines_come_back_as_they_came() {
    let word = random().u32(..);
    let lines = [
        format!("soup {word}\n").into_bytes(),
        b"\n".to_vec(),
        b"caf\xe9, not UTF-8\n".to_vec(),
    ];
    let asked = lines.clone();
    let (heard, sent) = within("one guest to hear 3 lines, and the shutdown", move || {
        let server = start();
        let mut guest = Guest::come(server.address());
        let mut heard = Vec::new();
        for line in lines {
            guest.say(&line);
            let Some(back) = guest.hear() else {
                fail(Finding::new(
                    Verdict::WrongResult,
                    format!("a guest said {:?}, and nothing came back", text(&line)),
                ));
            };
            heard.push(back);
        }
        drop(guest);
        (heard, server.shutdown())
    });
    expect!(
        heard == asked,
        WrongResult,
        "each line must come back byte by byte, before the next is said: {:?} came back",
        heard.iter().map(|line| text(line)).collect::<Vec<_>>()
    );
    expect!(
        sent == 3,
        WrongResult,
        "3 lines were sent back, and shutdown says {sent}"
    );
}

#[test]
#[claim(together)]
fn a_silent_guest_holds_up_nobody() {
    within(
        "4 guests, the first of them silent, and the shutdown",
        || {
            let server = start();
            let silent = Guest::come(server.address());
            let mut guests: Vec<Guest> = (0..3).map(|_| Guest::come(server.address())).collect();
            for guest in &mut guests {
                guest.say(b"here\n");
            }
            let answered = guests.iter_mut().map_while(Guest::hear).count();
            drop((silent, guests));
            expect!(
                answered == 3,
                Serial,
                "4 guests are connected, and the first says nothing; {answered} of the other 3 got an answer"
            );
            server.shutdown();
        },
    );
}

#[test]
#[claim(nothing_left)]
fn shutdown_waits_for_nobody_at_the_door() {
    let sent = within("shutdown, while nobody is connected", || start().shutdown());
    expect!(
        sent == 0,
        WrongResult,
        "no line was sent back, and shutdown says {sent}"
    );
}

#[test]
#[claim(nothing_left)]
fn shutdown_ends_the_connection_of_a_silent_guest() {
    let (ended, sent) = within("shutdown, while a silent guest is connected", || {
        let server = start();
        let mut guest = Guest::come(server.address());
        guest.say(b"I stay\n");
        let _ = guest.hear();
        let sent = server.shutdown();
        (guest.sees_the_end(), sent)
    });
    expect!(
        ended,
        Leak,
        "shutdown has returned, and a guest's connection is still open"
    );
    expect!(
        sent == 1,
        WrongResult,
        "1 line was sent back, and shutdown says {sent}"
    );
}

#[test]
#[claim(nothing_left)]
fn nobody_listens_after_the_shutdown() {
    let listens = within("shutdown", || {
        let server = start();
        let address = server.address();
        server.shutdown();
        TcpStream::connect(address).is_ok()
    });
    expect!(
        !listens,
        Leak,
        "shutdown has returned, and the port is still open"
    );
}
