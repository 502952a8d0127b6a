//! A test ends when the runner that has started it is gone, however that happened.
//!
//! The runner holds a lock on the file that `HARNESS_LIFELINE` names, and a thread here waits for that lock. It gets it
//! only when the runner is dead: the system gives back the locks of whoever dies, also of who is killed. That needs no
//! port, no thread of the runner's, and leaves the test's standard input alone.

use std::fs::File;
use std::io::ErrorKind;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Once;
use std::{env, fs, process, thread};

/// How the names of folders begin that this crate makes for a test.
pub(crate) const FOLDER: &str = "harness-";

/// Watches from now on; without a runner that holds a lock there is nothing to watch.
pub(crate) fn hold() {
    static HELD: Once = Once::new();
    let Some(path) = env::var_os("HARNESS_LIFELINE") else {
        return;
    };
    HELD.call_once(|| {
        // Without the thread the test is still ended at its deadlines.
        let _ = thread::Builder::new()
            .name("lifeline".to_string())
            .spawn(move || watch(Path::new(&path)));
    });
}

fn watch(path: &Path) {
    let Ok(file) = File::open(path) else {
        // The runner had gone before this process came so far, and another one has tidied up.
        end();
    };
    loop {
        match file.lock_shared() {
            Ok(()) => end(),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            // A file system without locks: no runner can hold one either.
            Err(_) => return,
        }
    }
}

/// Ends this process, and with it every program that holds a connection to it. Nothing of the test is unwound any more.
fn end() -> ! {
    if let Some(folder) = env::var_os("HARNESS_TEMP") {
        remove_folders(Path::new(&folder));
    }
    end_group();
    process::exit(1)
}

fn remove_folders(place: &Path) {
    let entries = fs::read_dir(place).into_iter().flatten().flatten();
    for entry in entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(FOLDER)) {
        // What cannot be removed is for the next runner to sweep.
        let _ = fs::remove_dir_all(entry.path());
    }
}

/// What the learner's code has started and nobody watches is in the group that the runner has made this process the
/// leader of; std cannot end a group.
fn end_group() {
    if cfg!(unix) {
        let group = format!("-{}", process::id());
        let _ = Command::new("kill")
            .args(["-KILL", "--", &group])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
    }
}
