//! The local server: it holds, answers, and misbehaves as told.

use harness::{Server, refused_url};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::thread;

fn get(url: &str) -> String {
    let rest = url.strip_prefix("http://").expect("a local address");
    let (host, path) = rest.split_once('/').expect("a path");
    let mut stream = TcpStream::connect(host).expect("the server listens");
    write!(stream, "GET /{path} HTTP/1.1\r\nHost: {host}\r\n\r\n").expect("a request");
    let mut answer = String::new();
    let _ = stream.read_to_string(&mut answer);
    answer
}

#[test]
fn each_path_has_its_answer() {
    let server = Server::start(1);
    let status = |path: &str| get(&server.url(path)).lines().next().map(str::to_string);
    assert_eq!(status("/ok/soup").as_deref(), Some("HTTP/1.1 200 OK"));
    assert_eq!(
        status("/missing").as_deref(),
        Some("HTTP/1.1 404 Not Found")
    );
    assert_eq!(
        status("/broken").as_deref(),
        Some("HTTP/1.1 500 Internal Server Error")
    );
    assert!(get(&server.url("/ok/soup")).ends_with("\r\n\r\nsoup"));
    let cut = get(&server.url("/cut"));
    assert!(cut.contains("Content-Length: 1000") && cut.ends_with("only this"));
    assert_eq!(server.requests(), 5);
}

#[test]
fn nobody_is_answered_before_all_are_in_flight() {
    let server = Server::start(3);
    thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| get(&server.url("/ok/soup")));
        }
    });
    server.check_together();
}

#[test]
fn a_slow_request_is_let_go_when_the_server_ends() {
    let server = Server::start(1);
    let url = server.url("/slow");
    let waiting = thread::spawn(move || get(&url));
    while server.requests() == 0 {
        thread::yield_now();
    }
    drop(server);
    assert_eq!(waiting.join().expect("the client ends"), "");
}

#[test]
fn nobody_listens_at_the_refused_address() {
    let rest = refused_url();
    let host = rest.trim_start_matches("http://").trim_end_matches('/');
    assert!(TcpStream::connect(host).is_err());
}
