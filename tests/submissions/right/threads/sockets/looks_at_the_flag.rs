//! Reads with a time-out and looks at the flag in between; the door does not block and is looked at as well.

use std::io::{self, BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
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
        let _ = self.address;
        self.accepting.join().unwrap()
    }
}

fn accept(listener: &TcpListener, closing: &AtomicBool) -> usize {
    let _ = listener.set_nonblocking(true);
    thread::scope(|scope| {
        let mut waiters = Vec::new();
        while !closing.load(SeqCst) {
            match listener.accept() {
                Ok((stream, _)) => waiters.push(scope.spawn(move || echo(&stream, closing))),
                Err(_) => thread::sleep(std::time::Duration::from_millis(2)),
            }
        }
        waiters
            .into_iter()
            .map(|waiter| waiter.join().unwrap())
            .sum()
    })
}

fn echo(mut stream: &TcpStream, closing: &AtomicBool) -> usize {
    let _ = stream.set_nonblocking(false);
    let _ = stream.set_read_timeout(Some(std::time::Duration::from_millis(5)));
    let (mut lines, mut line, mut reader) = (0, Vec::new(), BufReader::new(stream));
    while !closing.load(SeqCst) {
        match reader.read_until(b'\n', &mut line) {
            Ok(0) => break,
            Ok(_) if stream.write_all(&line).is_err() => break,
            Ok(_) => {
                lines += 1;
                line.clear();
            }
            Err(_) => {}
        }
    }
    lines
}
