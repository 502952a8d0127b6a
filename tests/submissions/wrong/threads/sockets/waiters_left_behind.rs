//! verdict: leak
//! Leaves the waiters and their connections behind.

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
        drop(TcpStream::connect(self.address));
        self.accepting.join().unwrap()
    }
}

fn accept(listener: &TcpListener, closing: &AtomicBool) -> usize {
    let lines = Arc::new(std::sync::atomic::AtomicUsize::new(0));
    for stream in listener.incoming() {
        if closing.load(SeqCst) {
            break;
        }
        let (stream, lines) = (stream.unwrap(), Arc::clone(&lines));
        thread::spawn(move || {
            let mut reader = BufReader::new(&stream);
            let mut line = Vec::new();
            while let Ok(1..) = reader.read_until(b'\n', &mut line) {
                lines.fetch_add(1, SeqCst);
                if (&stream).write_all(&line).is_err() {
                    break;
                }
                line.clear();
            }
        });
    }
    lines.load(SeqCst)
}
