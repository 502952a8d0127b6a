//! A reader: counts each line of its standard input by the learner's `words`, and answers as agreed.

use std::io::{self, BufRead, Write};

fn main() -> io::Result<()> {
    harness_hand::enter();
    let mut output = io::stdout().lock();
    for part in io::stdin().lock().lines() {
        for (word, count) in ipc::map_reduce::words(&part?) {
            writeln!(output, "{word} {count}")?;
        }
        writeln!(output)?;
        output.flush()?;
    }
    Ok(())
}
