//! Sends back every byte that comes, whatever it means.

use std::io::{self, Read, Write};

fn main() -> io::Result<()> {
    harness_hand::enter();
    let mut heard = Vec::new();
    io::stdin().read_to_end(&mut heard)?;
    // Not as it comes: whoever stops reading too early would be found out by chance, another time.
    io::stdout().write_all(&heard)
}
