//! Copies bytes as they come and counts the line ends; the connections stand in a shared list.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

/// `None` once the kitchen is closed.
type Open = Arc<Mutex<Option<Vec<TcpStream>>>>;

pub struct Echo {
    address: SocketAddr,
    open: Open,
    accepting: JoinHandle<Vec<JoinHandle<usize>>>,
}

impl Echo {
    pub fn start() -> io::Result<Echo> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = listener.local_addr()?;
        let open: Open = Arc::new(Mutex::new(Some(Vec::new())));
        let list = open.clone();
        let accepting = thread::spawn(move || {
            let mut waiters = Vec::new();
            while let Ok((stream, _)) = listener.accept() {
                let mut list = list.lock().unwrap_or_else(PoisonError::into_inner);
                let Some(open) = list.as_mut() else { break };
                if let Ok(twin) = stream.try_clone() {
                    open.push(twin);
                    waiters.push(thread::spawn(move || copy(stream)));
                }
            }
            waiters
        });
        Ok(Echo {
            address,
            open,
            accepting,
        })
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    pub fn shutdown(self) -> usize {
        let open = self
            .open
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        let _ = TcpStream::connect(self.address);
        let waiters = self.accepting.join().unwrap();
        for stream in open.into_iter().flatten() {
            let _ = stream.shutdown(Shutdown::Both);
        }
        waiters
            .into_iter()
            .map(|waiter| waiter.join().unwrap())
            .sum()
    }
}

fn copy(mut stream: TcpStream) -> usize {
    let (mut lines, mut bytes) = (0, [0; 512]);
    loop {
        let count = match stream.read(&mut bytes) {
            Ok(0) | Err(_) => return lines,
            Ok(count) => count,
        };
        if stream.write_all(&bytes[..count]).is_err() {
            return lines;
        }
        lines += bytes[..count].iter().filter(|byte| **byte == b'\n').count();
    }
}
