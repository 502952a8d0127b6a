//! verdict: wrong_result
//! Of what a worker complains about the last line break is lost.

use std::process::{Child, Command, Stdio};
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    Well { result: String },
    GaveUp { code: i32, complaint: String },
    Killed { complaint: String },
    NeverStarted,
}
pub fn run_all(workers: Vec<Command>) -> Vec<End> {
    let kids: Vec<_> = workers
        .into_iter()
        .map(|mut w| w.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn())
        .collect();
    kids.into_iter()
        .map(|c| c.and_then(Child::wait_with_output))
        .map(|o| match o {
            Err(_) => End::NeverStarted,
            Ok(o) => {
                let complaint = String::from_utf8_lossy(&o.stderr).trim().to_string();
                match o.status.code() {
                    Some(0) => End::Well {
                        result: String::from_utf8_lossy(&o.stdout).into_owned(),
                    },
                    Some(code) => End::GaveUp { code, complaint },
                    None => End::Killed { complaint },
                }
            }
        })
        .collect()
}
