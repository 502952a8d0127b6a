//! verdict: serial
//! A batch of four, and the next one when all of them have ended.

use std::process::{Child, Command, Stdio};
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    Well { result: String },
    GaveUp { code: i32, complaint: String },
    Killed { complaint: String },
    NeverStarted,
}
pub fn run_all(mut workers: Vec<Command>) -> Vec<End> {
    let mut all = Vec::new();
    for batch in workers.chunks_mut(4) {
        let kids: Vec<_> = batch
            .iter_mut()
            .map(|w| w.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn())
            .collect();
        all.extend(
            kids.into_iter()
                .map(|c| c.and_then(Child::wait_with_output))
                .map(|o| match o {
                    Err(_) => End::NeverStarted,
                    Ok(o) => {
                        let complaint = String::from_utf8_lossy(&o.stderr).to_string();
                        match o.status.code() {
                            Some(0) => End::Well {
                                result: String::from_utf8_lossy(&o.stdout).into_owned(),
                            },
                            Some(code) => End::GaveUp { code, complaint },
                            None => End::Killed { complaint },
                        }
                    }
                }),
        );
    }
    all
}
