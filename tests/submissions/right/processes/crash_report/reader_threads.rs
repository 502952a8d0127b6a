//! Two threads read the pipes of each worker, the main thread waits.

use std::io::Read;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::{self, JoinHandle};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    Well { result: String },
    GaveUp { code: i32, complaint: String },
    Killed { complaint: String },
    NeverStarted,
}

struct Kitchen {
    child: Child,
    out: JoinHandle<String>,
    err: JoinHandle<String>,
}

fn listen(mut pipe: impl Read + Send + 'static) -> JoinHandle<String> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        pipe.read_to_end(&mut bytes).unwrap();
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

pub fn run_all(mut workers: Vec<Command>) -> Vec<End> {
    let mut kitchens = Vec::new();
    for worker in &mut workers {
        let child = worker.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
        kitchens.push(child.ok().map(|mut child| {
            let out = listen(child.stdout.take().unwrap());
            let err = listen(child.stderr.take().unwrap());
            Kitchen { child, out, err }
        }));
    }
    let mut ends = Vec::new();
    for kitchen in kitchens {
        let Some(mut kitchen) = kitchen else {
            ends.push(End::NeverStarted);
            continue;
        };
        let status: ExitStatus = kitchen.child.wait().unwrap();
        let (result, complaint) = (kitchen.out.join().unwrap(), kitchen.err.join().unwrap());
        ends.push(if status.success() {
            End::Well { result }
        } else if let Some(code) = status.code() {
            End::GaveUp { code, complaint }
        } else {
            End::Killed { complaint }
        });
    }
    ends
}
