//! # Process queue: one rail of orders, many kitchens
//!
//! A catering firm has more orders than one kitchen can cook. It hangs all orders on one rail. Kitchens come to the
//! hatch, each a program of its own; each gets an order, cooks it, brings the dish back, and gets the next one, until the
//! rail is empty. A slow kitchen holds up its own order and no other.

use interprocess::local_socket::prelude::*;
use interprocess::local_socket::{GenericNamespaced, Listener, ListenerOptions, Stream};
use std::io::{self, BufRead, BufReader, ErrorKind, Write};
use std::sync::Mutex;
use std::thread;

/// Opens the hatch: from now on workers can connect by this name, on this machine.
///
/// # Errors
///
/// When the name is taken, or is none.
pub fn open(name: &str) -> io::Result<Listener> {
    let name = name.to_ns_name::<GenericNamespaced>()?;
    ListenerOptions::new().name(name).create_sync()
}

/// All orders, and the dishes that have come back. Shared by the threads that serve.
pub struct Rail {
    /// The orders, in the order of the list.
    orders: Vec<String>,
    /// How many of them have been handed out.
    taken: Mutex<usize>,
    /// The dishes, each in the place of its order.
    dishes: Mutex<Vec<String>>,
}

impl Rail {
    /// A rail on which nothing has been taken yet.
    pub fn new(orders: Vec<String>) -> Rail {
        let dishes = Mutex::new(vec![String::new(); orders.len()]);
        let taken = Mutex::new(0);
        Rail {
            orders,
            taken,
            dishes,
        }
    }

    /// The next order that nobody has, with its number in the list; `None` when all have been handed out.
    pub fn take(&self) -> Option<(usize, String)> {
        // The decisive line: looking and taking happen under one lock. With a lock for each, two kitchens get one order.
        let mut taken = self.taken.lock().unwrap();
        let number = *taken;
        let order = self.orders.get(number)?.clone();
        *taken += 1;
        Some((number, order))
    }

    /// The dish of the order of that number.
    pub fn done(&self, number: usize, dish: String) {
        self.dishes.lock().unwrap()[number] = dish;
    }

    /// All dishes, in the order of the list. Called when every order is done.
    pub fn dishes(self) -> Vec<String> {
        self.dishes.into_inner().unwrap()
    }
}

/// Serves `workers` workers until all orders are done, and returns the dishes in the order of the list.
///
/// # Errors
///
/// When a connection fails.
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

/// The connection closes when this returns: so the kitchen learns that no order is left.
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

/// Connects to the hatch of that name and cooks until it closes. Returns how many orders that were.
///
/// # Errors
///
/// When nobody listens, or the connection fails in the middle of an order.
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

/// The next line without its end; `None` at the end of the connection.
fn line(from: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut line = String::new();
    match from.read_line(&mut line)? {
        0 => Ok(None),
        _ => Ok(Some(line.trim_end_matches('\n').to_string())),
    }
}

// Wrong turns
// - to look at the rail and to take from it under two locks (wrong/looks_then_takes.rs hands one order out twice).
// - to serve one kitchen to its end before the next is let in (wrong/one_kitchen_at_a_time.rs is serial).
// - to share the orders out beforehand: who waits for a slow kitchen's share waits long (wrong/fixed_shares.rs).
// - to lock the rail until the dish is there: all others wait for it (wrong/holds_the_rail.rs is serial).
