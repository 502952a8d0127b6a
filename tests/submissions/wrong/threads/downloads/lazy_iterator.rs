//! verdict: serial
//! An iterator does nothing until it is asked: each thread is joined before the next one starts.

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
    thread::scope(|scope| {
        urls.iter()
            .map(|url| scope.spawn(|| fetch(&agent, url)))
            .map(|request| request.join().unwrap())
            .collect()
    })
}

fn fetch(agent: &Agent, url: &str) -> Result<u16, Failure> {
    let mut answer = agent.get(url).call().map_err(why)?;
    answer.body_mut().read_to_string().map_err(why)?;
    Ok(answer.status().as_u16())
}

fn why(error: Error) -> Failure {
    match error {
        Error::Timeout(_) => Failure::Slow,
        Error::Io(error) => match error.kind() {
            ErrorKind::ConnectionRefused => Failure::Refused,
            ErrorKind::UnexpectedEof => Failure::CutOff,
            _ => Failure::Other,
        },
        _ => Failure::Other,
    }
}
