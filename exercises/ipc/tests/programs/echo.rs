//! Sends back every byte that comes, whatever it means.

use std::io;

fn main() -> io::Result<()> {
    harness_hand::enter();
    let (mut heard, mut said) = (io::stdin().lock(), io::stdout().lock());
    io::copy(&mut heard, &mut said)?;
    Ok(())
}
