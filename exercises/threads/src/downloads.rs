//! # Downloads: ask all the suppliers at once
//!
//! Every morning the kitchen asks its suppliers for their prices, over HTTP. One supplier answers at once. One has moved
//! and answers 404. One has closed, and the connection is refused. One hangs up in the middle of the answer. One never
//! answers. The head chef wants one line for each of them, in the order of the list, and nobody waits for one supplier
//! before asking the next.
//!
//! **In Python** this is `requests.get` in a `threading.Thread` for each URL, or `executor.map`. An exception in a thread
//! is printed and lost, and so is the line. In Rust an error is a value: `ureq` returns it, the thread returns it, and
//! `join` hands it over.
//!
//! **Your task**
//! 1. Fetch all the `urls` at the same time, each in a thread of its own, with the crate `ureq`.
//! 2. Read each answer to its end. It counts as its status: 200, and also 404 or 500, since the server has answered.
//! 3. Otherwise say why: refused, cut off, or no answer within `patience`. One failure hides no other result.
//! 4. Return the results in the order of the `urls`.
//!
//! `ureq` treats 404 as an error unless told otherwise, and waits for ever unless told how long.
//!
//! **Leave alone:** the public names, and the folder `tests/`.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

use std::time::Duration;

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// Nobody listens at that address.
    Refused,
    /// The connection ended in the middle of the answer.
    CutOff,
    /// Not answered in time.
    Slow,
    /// Anything else.
    Other,
}

/// Fetches all `urls` at the same time. Returns status or failure for each, in the order of the `urls`.
pub fn fetch_all(urls: &[String], patience: Duration) -> Vec<Result<u16, Failure>> {
    // TODO 1: a thread for each address, all under way before the first is waited for.
    // TODO 2 and 3: what came of it?
    // TODO 4: in which order do the results come back?
    todo!("fetch {urls:?}, each within {patience:?}")
}
