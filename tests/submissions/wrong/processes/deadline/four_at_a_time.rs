//! verdict: serial
//! A batch of four, and the next one when all of them have ended.

use std::io::Read;
use std::process::{Command, Stdio};
use std::thread;
pub fn finish_by(
    mut workers: Vec<Command>,
    mut time_left: impl FnMut() -> bool,
) -> Vec<Option<String>> {
    let mut all = Vec::new();
    let mut time = true;
    for batch in workers.chunks_mut(4) {
        let mut crew: Vec<_> = batch
            .iter_mut()
            .map(|w| {
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
        while time
            && crew
                .iter_mut()
                .flatten()
                .any(|(c, _)| matches!(c.try_wait(), Ok(None)))
        {
            time = time_left();
        }
        for (c, _) in crew.iter_mut().flatten() {
            let _ = c.kill();
        }
        for w in crew {
            all.push(w.and_then(|(mut c, r)| {
                let s = c.wait().unwrap();
                let t = r.join().unwrap();
                s.success().then_some(t)
            }));
        }
    }
    all
}
