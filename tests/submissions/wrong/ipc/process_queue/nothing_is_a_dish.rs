//! verdict: wrong_result
//! Where the connection ends in the place of a dish, the dish is empty.

use interprocess::local_socket::prelude::*;
use interprocess::local_socket::{GenericNamespaced, Listener, ListenerOptions, Stream};
use std::io::{self, BufRead, BufReader, Write};
use std::sync::Mutex;
use std::thread;

pub fn open(name: &str) -> io::Result<Listener> {
    let name = name.to_ns_name::<GenericNamespaced>()?;
    ListenerOptions::new().name(name).create_sync()
}

pub struct Rail {
    orders: Vec<String>,
    taken: Mutex<usize>,
    dishes: Mutex<Vec<String>>,
}

impl Rail {
    pub fn new(orders: Vec<String>) -> Rail {
        let dishes = Mutex::new(vec![String::new(); orders.len()]);
        let taken = Mutex::new(0);
        Rail {
            orders,
            taken,
            dishes,
        }
    }

    pub fn take(&self) -> Option<(usize, String)> {
        let mut taken = self.taken.lock().unwrap();
        let number = *taken;
        let order = self.orders.get(number)?.clone();
        *taken += 1;
        Some((number, order))
    }

    pub fn done(&self, number: usize, dish: String) {
        self.dishes.lock().unwrap()[number] = dish;
    }

    pub fn dishes(self) -> Vec<String> {
        self.dishes.into_inner().unwrap()
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
        rail.done(number, dish.unwrap_or_default());
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
