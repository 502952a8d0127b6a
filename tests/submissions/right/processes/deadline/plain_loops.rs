//! Plain loops: the crew gets smaller until nobody is at work.

use std::io::Read;
use std::process::{Command, Stdio};
use std::thread;

pub fn finish_by(
    workers: Vec<Command>,
    mut time_left: impl FnMut() -> bool,
) -> Vec<Option<String>> {
    let count = workers.len();
    let mut found = vec![None; count];
    let mut texts: Vec<String> = vec![String::new(); count];
    thread::scope(|scope| {
        let mut crew = Vec::new();
        for (number, (mut worker, text)) in workers.into_iter().zip(&mut texts).enumerate() {
            if let Ok(mut child) = worker.stdout(Stdio::piped()).spawn() {
                let mut pipe = child.stdout.take().unwrap();
                scope.spawn(move || pipe.read_to_string(text));
                crew.push((number, child));
            }
        }
        while !crew.is_empty() {
            let time = time_left();
            let mut rest = Vec::new();
            for (number, mut child) in crew {
                match child.try_wait().unwrap() {
                    Some(status) => found[number] = status.success().then_some(()),
                    None if time => rest.push((number, child)),
                    None => {
                        child.kill().unwrap();
                        child.wait().unwrap();
                    }
                }
            }
            crew = rest;
        }
    });
    found
        .into_iter()
        .zip(texts)
        .map(|(found, text)| found.map(|()| text))
        .collect()
}
