//! A kitchen: `process_queue NAME` works at that hatch. It prints each order when it begins to cook, and cooks until a
//! line comes on its standard input.

use std::{env, io};

fn main() -> io::Result<()> {
    harness_hand::enter();
    let name = env::args().nth(1).unwrap_or_default();
    let cooked = ipc::process_queue::work(&name, |order| {
        println!("{order}");
        let mut go = String::new();
        let _ = io::stdin().read_line(&mut go);
        order.chars().rev().collect()
    })?;
    println!("cooked {cooked}");
    Ok(())
}
