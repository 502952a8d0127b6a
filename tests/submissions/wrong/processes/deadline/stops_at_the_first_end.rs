//! verdict: wrong_result
//! Looks while all are at work: when the first has ended the others are killed.

use std::io::Read;
use std::process::{Command, Stdio};
use std::thread;
pub fn finish_by(
    workers: Vec<Command>,
    mut time_left: impl FnMut() -> bool,
) -> Vec<Option<String>> {
    let mut crew: Vec<_> = workers
        .into_iter()
        .map(|mut w| {
            w.stdout(Stdio::piped()).spawn().ok().map(|mut c| {
                let mut o = c.stdout.take().unwrap();
                let r = thread::spawn(move || {
                    let mut s = String::new();
                    o.read_to_string(&mut s).unwrap();
                    s
                });
                (c, r)
            })
        })
        .collect();
    // looks at the first only
    while crew
        .iter_mut()
        .flatten()
        .all(|(c, _)| matches!(c.try_wait(), Ok(None)))
        && time_left()
    {}
    for (c, _) in crew.iter_mut().flatten() {
        let _ = c.kill();
    }
    crew.into_iter()
        .map(|w| {
            w.and_then(|(mut c, r)| {
                let s = c.wait().unwrap();
                let t = r.join().unwrap();
                if s.success() { Some(t) } else { None }
            })
        })
        .collect()
}
