//! # Pipe: a hatch between two kitchens
//!
//! The pastry kitchen next door is a program of its own. Two hatches lead there: through one you hand in what you have,
//! through the other comes what they made. A hatch holds only so much. When it is full, whoever wants to put something
//! in must wait until somebody takes something out. And next door they know that you have finished when you close
//! yours.
//!
//! **In Python** this is `Popen(…, stdin=PIPE, stdout=PIPE)` and `communicate(question)`, which writes, reads and closes
//! for you. Here you do these three things yourself, and see why `communicate` cannot do them one after the other.
//!
//! **Your task**
//! 1. Start the program with a pipe to its standard input and one from its standard output. Hand in the question, and
//!    let the program know that no more comes. Return all of its answer.
//! 2. The program may answer before it has heard everything, and question and answer may be larger than any pipe. They are
//!    bytes, and need not be text.
//! 3. The program may need only a part of the question and end before the rest was read. That is no error: its answer
//!    counts.
//! 4. A program that cannot be started, or that ends with another exit code than 0, is an error. Whatever happens, the
//!    process has ended and was waited for when `ask` returns.
//!
//! **Leave alone:** the signature of `ask`, and the folder `tests/`.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use std::io;
use std::path::Path;

/// Hands the question to the program's standard input, and returns what came from its standard output.
///
/// # Errors
///
/// When the program cannot be started, or does not end with exit code 0.
pub fn ask(program: &Path, question: &[u8]) -> io::Result<Vec<u8>> {
    // TODO 1: two pipes, a question, its end, an answer.
    // TODO 2: who takes out while you put in?
    // TODO 3: which error does a write give when nobody will ever read?
    // TODO 4: wait for the process on every path.
    todo!(
        "ask {} a question of {} bytes",
        program.display(),
        question.len()
    )
}
