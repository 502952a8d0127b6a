//! Each worker is a struct that is killed and waited for when it is dropped.

use std::io::Read;
use std::process::{Child, Command, Stdio};
use std::thread::{self, JoinHandle};

struct Kitchen {
    child: Child,
    words: Option<JoinHandle<Vec<u8>>>,
}

impl Kitchen {
    fn open(mut command: Command) -> Option<Kitchen> {
        let mut child = command.stdout(Stdio::piped()).spawn().ok()?;
        let mut pipe = child.stdout.take().unwrap();
        let words = thread::spawn(move || {
            let mut bytes = Vec::new();
            pipe.read_to_end(&mut bytes).unwrap();
            bytes
        });
        Some(Kitchen {
            child,
            words: Some(words),
        })
    }

    fn dish(&mut self) -> Option<String> {
        let status = self.child.try_wait().unwrap()?;
        let words = self.words.take()?.join().unwrap();
        status.success().then(|| String::from_utf8(words).unwrap())
    }
}

impl Drop for Kitchen {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub fn finish_by(
    workers: Vec<Command>,
    mut time_left: impl FnMut() -> bool,
) -> Vec<Option<String>> {
    let mut kitchens: Vec<_> = workers.into_iter().map(Kitchen::open).collect();
    loop {
        let busy = kitchens
            .iter_mut()
            .flatten()
            .filter_map(|kitchen| kitchen.child.try_wait().unwrap().is_none().then_some(()))
            .count();
        if busy == 0 || !time_left() {
            break;
        }
    }
    kitchens
        .iter_mut()
        .map(|kitchen| kitchen.as_mut().and_then(Kitchen::dish))
        .collect()
}
