//! A Chromium without windows and without a network, which ends with the tests however they end.

use std::fs;
use std::io;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, getuid, kill_process_group};
use tempfile::TempDir;

use crate::connection::Connection;
use crate::installed;

/// What the protocol is spoken over are descriptors 3 and 4 of the browser. The shell makes them of its standard input and
/// output: `std` can hand over no others, and this needs no crate and no `unsafe`. The browser ends when the pipe is
/// closed, also because the tests were killed; the shell then removes what the browser has written.
const SHELL: &str = r#"own=$1; shift; "$@" 3<&0 4>&1 0</dev/null 1>&2; rm -rf -- "$own""#;

/// No window, nothing of the machine's own settings, nothing that runs beside the pages, and no host has an address.
const SWITCHES: [&str; 19] = [
    "--headless=new",
    "--remote-debugging-pipe",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-extensions",
    "--disable-sync",
    "--disable-default-apps",
    "--disable-component-update",
    "--disable-background-networking",
    "--disable-breakpad",
    "--password-store=basic",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    // All tabs are looked at, at once.
    "--disable-background-timer-throttling",
    "--disable-backgrounding-occluded-windows",
    "--disable-renderer-backgrounding",
    "--force-color-profile=srgb",
    // How names are sorted is the reader's language's business.
    "--lang=en-US",
];

/// How long its files may still be written to when it has been killed.
const CLEARING: Duration = Duration::from_secs(20);

/// The browser, as long as a test needs it.
static SHARED: Mutex<Weak<Browser>> = Mutex::new(Weak::new());

/// Which one. A machine without any cannot say that the pages are well, so that is a failure.
pub(crate) fn program() -> PathBuf {
    installed::find().unwrap_or_else(|| panic!("{}", installed::MISSING))
}

/// A running browser.
pub(crate) struct Browser {
    pub(crate) connection: Connection,
    shell: Child,
    own: TempDir,
}

impl Browser {
    /// The one that runs, or a new one. The last test that holds it ends it: what is static is dropped by nobody.
    pub(crate) fn shared() -> Arc<Self> {
        // Who has failed to start it leaves nothing half done.
        let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(running) = shared.upgrade().filter(|it| !it.connection.has_ended()) {
            return running;
        }
        let started = Arc::new(Self::start());
        *shared = Arc::downgrade(&started);
        started
    }

    fn start() -> Self {
        let program = program();
        let own = tempfile::tempdir().unwrap();
        let said = tempfile::tempfile().unwrap();
        let mut command = Command::new("sh");
        command
            .args(["-c", SHELL, "sh"])
            .arg(own.path())
            .arg(&program)
            .args(SWITCHES)
            .arg(format!(
                "--user-data-dir={}",
                own.path().join("profile").display()
            ))
            // A browser's own sandbox refuses to run as root.
            .args(getuid().is_root().then_some("--no-sandbox"))
            .env("HOME", own.path())
            .env("TMPDIR", own.path())
            .env("LANGUAGE", "en_US")
            .env_remove("XDG_CONFIG_HOME")
            .env_remove("XDG_CACHE_HOME")
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(said.try_clone().unwrap())
            .process_group(0);
        let mut shell = command.spawn().unwrap();
        let pipes = (shell.stdin.take().unwrap(), shell.stdout.take().unwrap());
        let browser = Self {
            connection: Connection::new(pipes.0, pipes.1, said),
            shell,
            own,
        };
        browser
            .connection
            .call(None, "Browser.getVersion", &serde_json::json!({}));
        browser
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = kill_process_group(Pid::from_child(&self.shell), Signal::KILL);
        let _ = self.shell.wait();
        clear(self.own.path());
    }
}

/// The browser's children die with it, but the kernel takes its time: until then there may be one more file.
fn clear(folder: &Path) {
    let deadline = Instant::now() + CLEARING;
    while let Err(error) = fs::remove_dir_all(folder) {
        if error.kind() == io::ErrorKind::NotFound || Instant::now() > deadline {
            return;
        }
        thread::park_timeout(Duration::from_millis(10));
    }
}
