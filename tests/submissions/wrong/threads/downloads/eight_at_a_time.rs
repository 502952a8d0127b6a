//! verdict: serial
//! A batch of eight, and the next one when all of them have been answered.

use std::io::ErrorKind;
use std::thread;
use std::time::Duration;
use ureq::{Agent, Error};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    Refused,
    CutOff,
    Slow,
    Other,
}

pub fn fetch_all(urls: &[String], patience: Duration) -> Vec<Result<u16, Failure>> {
    let agent: Agent = Agent::config_builder()
        .http_status_as_error(false)
        .timeout_global(Some(patience))
        .build()
        .into();
    let mut results = Vec::new();
    for batch in urls.chunks(8) {
        thread::scope(|scope| {
            let requests: Vec<_> = batch
                .iter()
                .map(|url| scope.spawn(|| fetch(&agent, url)))
                .collect();
            let ended = requests.into_iter().map(|request| request.join().unwrap());
            results.extend(ended);
        });
    }
    results
}

fn fetch(agent: &Agent, url: &str) -> Result<u16, Failure> {
    let mut answer = agent.get(url).call().map_err(|error| why(&error))?;
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
