//! Channels for both: orders wait in one, dishes in the other.

use interprocess::local_socket::prelude::*;
use interprocess::local_socket::{GenericNamespaced, Listener, ListenerOptions, Stream};
use std::io::{self, BufRead, BufReader, ErrorKind, Write};
use std::sync::{Mutex, mpsc};
use std::thread;

pub fn open(name: &str) -> io::Result<Listener> {
    let name = name.to_ns_name::<GenericNamespaced>()?;
    ListenerOptions::new().name(name).create_sync()
}

pub struct Rail {
    orders: Mutex<mpsc::Receiver<(usize, String)>>,
    sender: mpsc::Sender<(usize, String)>,
    dishes: Mutex<mpsc::Receiver<(usize, String)>>,
}

impl Rail {
    pub fn new(orders: Vec<String>) -> Rail {
        let (hang, rail) = mpsc::channel();
        for order in orders.into_iter().enumerate() {
            hang.send(order).unwrap();
        }
        let (sender, dishes) = mpsc::channel();
        Rail {
            orders: Mutex::new(rail),
            sender,
            dishes: Mutex::new(dishes),
        }
    }

    pub fn take(&self) -> Option<(usize, String)> {
        self.orders.lock().unwrap().recv().ok()
    }

    pub fn done(&self, number: usize, dish: String) {
        self.sender.send((number, dish)).unwrap();
    }

    pub fn dishes(self) -> Vec<String> {
        drop(self.sender);
        let mut dishes: Vec<_> = self.dishes.into_inner().unwrap().into_iter().collect();
        dishes.sort();
        dishes.into_iter().map(|(_, dish)| dish).collect()
    }
}

pub fn serve(listener: &Listener, orders: Vec<String>, workers: usize) -> io::Result<Vec<String>> {
    let rail = Rail::new(orders);
    thread::scope(|scope| {
        let mut waiters = Vec::new();
        for _ in 0..workers {
            let kitchen = listener.accept()?;
            waiters.push(scope.spawn(|| serve_one(&rail, kitchen)));
        }
        waiters
            .into_iter()
            .try_for_each(|waiter| waiter.join().unwrap())
    })?;
    Ok(rail.dishes())
}

fn serve_one(rail: &Rail, kitchen: Stream) -> io::Result<()> {
    let mut kitchen = BufReader::new(kitchen);
    while let Some((number, order)) = rail.take() {
        kitchen
            .get_mut()
            .write_all(format!("{order}\n").as_bytes())?;
        let dish = line(&mut kitchen)?;
        rail.done(number, dish.ok_or(ErrorKind::UnexpectedEof)?);
    }
    Ok(())
}

pub fn work(name: &str, mut cook: impl FnMut(&str) -> String) -> io::Result<usize> {
    let mut hatch = BufReader::new(Stream::connect(name.to_ns_name::<GenericNamespaced>()?)?);
    let mut cooked = 0;
    while let Some(order) = line(&mut hatch)? {
        let dish = cook(&order);
        hatch.get_mut().write_all(format!("{dish}\n").as_bytes())?;
        cooked += 1;
    }
    Ok(cooked)
}

fn line(from: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut line = String::new();
    match from.read_line(&mut line)? {
        0 => Ok(None),
        _ => Ok(Some(line.trim_end_matches('\n').to_string())),
    }
}
