//! Two readers for each worker, and a look at each until all have ended.

use std::io::Read;
use std::process::{Child, Command, Stdio};
use std::thread;
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    Well { result: String },
    GaveUp { code: i32, complaint: String },
    Killed { complaint: String },
    NeverStarted,
}
pub fn run_all(workers: Vec<Command>) -> Vec<End> {
    let mut kids: Vec<_> = workers
        .into_iter()
        .map(|mut w| {
            w.stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .ok()
                .map(|mut c: Child| {
                    let (mut o, mut e) = (c.stdout.take().unwrap(), c.stderr.take().unwrap());
                    let o = thread::spawn(move || {
                        let mut v = Vec::new();
                        o.read_to_end(&mut v).unwrap();
                        v
                    });
                    let e = thread::spawn(move || {
                        let mut v = Vec::new();
                        e.read_to_end(&mut v).unwrap();
                        v
                    });
                    (c, o, e, None)
                })
        })
        .collect();
    loop {
        let mut open = false;
        for (c, _, _, s) in kids.iter_mut().flatten() {
            if s.is_none() {
                *s = c.try_wait().unwrap();
                open |= s.is_none();
            }
        }
        if !open {
            break;
        }
        thread::yield_now();
    }
    kids.into_iter()
        .map(|k| match k {
            None => End::NeverStarted,
            Some((_, o, e, s)) => {
                let result = String::from_utf8_lossy(&o.join().unwrap()).into_owned();
                let complaint = String::from_utf8_lossy(&e.join().unwrap()).into_owned();
                match s.unwrap().code() {
                    Some(0) => End::Well { result },
                    Some(code) => End::GaveUp { code, complaint },
                    None => End::Killed { complaint },
                }
            }
        })
        .collect()
}
