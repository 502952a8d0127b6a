//! verdict: wrong_result
//! Sends the line back without its end.

use std::io::{self, BufRead, BufReader, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread::{self, JoinHandle};

pub struct Echo {
    address: SocketAddr,
    closing: Arc<AtomicBool>,
    accepting: JoinHandle<usize>,
}

impl Echo {
    pub fn start() -> io::Result<Echo> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = listener.local_addr()?;
        let closing = Arc::new(AtomicBool::new(false));
        let flag = Arc::clone(&closing);
        let accepting = thread::spawn(move || accept(&listener, &flag));
        Ok(Echo {
            address,
            closing,
            accepting,
        })
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    pub fn shutdown(self) -> usize {
        self.closing.store(true, SeqCst);
        drop(TcpStream::connect(self.address));
        self.accepting.join().unwrap()
    }
}

fn accept(listener: &TcpListener, closing: &AtomicBool) -> usize {
    let mut guests = Vec::new();
    for stream in listener.incoming() {
        if closing.load(SeqCst) {
            break;
        }
        let stream = Arc::new(stream.unwrap());
        let own = Arc::clone(&stream);
        guests.push((stream, thread::spawn(move || echo(&own))));
    }
    for (stream, _) in &guests {
        let _ = stream.shutdown(Shutdown::Both);
    }
    guests
        .into_iter()
        .map(|(_, waiter)| waiter.join().unwrap())
        .sum()
}

fn echo(mut stream: &TcpStream) -> usize {
    let mut lines = 0;
    let mut reader = BufReader::new(stream);
    let mut line = Vec::new();
    while let Ok(1..) = reader.read_until(b'\n', &mut line) {
        if stream.write_all(&line[..line.len() - 1]).is_err() {
            break;
        }
        lines += 1;
        line.clear();
    }
    lines
}
