//! A kitchen that gives out tickets: `file_lock BOOK TICKETS` prints one a line.

use std::path::PathBuf;
use std::{env, io};

fn main() -> io::Result<()> {
    harness_hand::enter();
    let mut arguments = env::args_os().skip(1);
    let book = PathBuf::from(arguments.next().unwrap_or_default());
    let tickets = arguments.next().unwrap_or_default();
    let tickets: u32 = tickets.to_string_lossy().parse().unwrap_or_default();
    for _ in 0..tickets {
        println!("{}", ipc::file_lock::take_ticket(&book)?);
    }
    Ok(())
}
