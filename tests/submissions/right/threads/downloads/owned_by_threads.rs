//! Every thread owns its agent and its address.

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
    let requests: Vec<_> = urls
        .iter()
        .cloned()
        .map(|url| {
            thread::spawn(move || {
                let config = Agent::config_builder();
                let config = config
                    .timeout_global(Some(patience))
                    .http_status_as_error(false);
                fetch(&Agent::new_with_config(config.build()), &url)
            })
        })
        .collect();
    let mut found = Vec::new();
    for request in requests {
        found.push(request.join().unwrap_or(Err(Failure::Other)));
    }
    found
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
