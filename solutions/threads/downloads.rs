//! # Downloads: ask all the suppliers at once
//!
//! Every morning the kitchen asks its suppliers for their prices, over HTTP. One supplier answers at once. One has moved
//! and answers 404. One has closed, and the connection is refused. One hangs up in the middle of the answer. One never
//! answers. The head chef wants one line for each of them, in the order of the list, and nobody waits for one supplier
//! before asking the next.

use std::io::ErrorKind;
use std::thread;
use std::time::Duration;
use ureq::{Agent, Error};

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
///
/// # Panics
///
/// When the system has no thread left.
pub fn fetch_all(urls: &[String], patience: Duration) -> Vec<Result<u16, Failure>> {
    let agent: Agent = Agent::config_builder()
        .http_status_as_error(false)
        .timeout_global(Some(patience))
        .build()
        .into();
    thread::scope(|scope| {
        // The decisive line: all requests are under way before the first is waited for. The handles keep the order.
        let requests: Vec<_> = urls
            .iter()
            .map(|url| scope.spawn(|| fetch(&agent, url)))
            .collect();
        requests
            .into_iter()
            // A failure is a value, so it cannot end the others. Only a mistake in `fetch` itself could panic.
            .map(|request| request.join().unwrap_or(Err(Failure::Other)))
            .collect()
    })
}

fn fetch(agent: &Agent, url: &str) -> Result<u16, Failure> {
    let mut answer = agent.get(url).call().map_err(|error| why(&error))?;
    // The status alone is no answer: the connection may still break while the body is read.
    answer
        .body_mut()
        .read_to_vec()
        .map_err(|error| why(&error))?;
    Ok(answer.status().as_u16())
}

fn why(error: &Error) -> Failure {
    match error {
        Error::Timeout(_) => Failure::Slow,
        Error::Io(error) if error.kind() == ErrorKind::ConnectionRefused => Failure::Refused,
        Error::Io(error) if error.kind() == ErrorKind::UnexpectedEof => Failure::CutOff,
        _ => Failure::Other,
    }
}

// Wrong turns
// - one request after the other: right results, and everybody waits for the slowest (wrong/one_by_one.rs is serial).
// - `unwrap` on the answer: one refused connection and all other results are gone (wrong/unwraps.rs).
// - `?` on the first failure: the same without a panic (wrong/first_failure_ends_all.rs).
// - no time-out: one silent supplier and the morning is over (wrong/patient_for_ever.rs).
// - status without body: an answer that was cut off counts as good (wrong/status_only.rs).
