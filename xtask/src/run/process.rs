//! A process that always comes to an end: a group of its own, a deadline, a limit on what it may say.

use std::io::{self, Read};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use rustix::process::{Pid, WaitId, WaitIdOptions, waitid};

use crate::interrupt::Group;

/// How long a stream may stay open once the group is gone. Only what left the group can hold it.
const LAST_WORDS: Duration = Duration::from_secs(1);

/// What a process may take.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    /// Then the whole group is killed.
    pub(crate) time: Duration,
    /// Bytes that are kept of each of its two streams; it may write more, which is thrown away.
    pub(crate) output: usize,
}

/// How it ended.
#[derive(Debug, Clone, Copy)]
pub(crate) enum End {
    /// By itself.
    Exited(ExitStatus),
    /// At the deadline.
    Killed,
}

/// What is left of it.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) end: End,
    pub(crate) stdout: Said,
    pub(crate) stderr: Said,
}

/// The beginning of a stream.
#[derive(Debug, Clone)]
pub(crate) struct Said {
    /// What is no UTF-8 is replaced.
    pub(crate) text: String,
    /// Bytes that were thrown away.
    pub(crate) cut: usize,
    /// Nobody holds it any more.
    pub(crate) closed: bool,
}

/// Runs the command to its end, or to the deadline. Nothing of its process group is left when this returns.
///
/// # Errors
/// When it cannot be started.
pub(crate) fn run(command: &mut Command, limits: Limits) -> io::Result<Ran> {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let (mut child, group) = Group::spawn(command)?;
    let stdout = Stream::follow(child.stdout.take(), limits.output);
    let stderr = Stream::follow(child.stderr.take(), limits.output);
    let ended = ending(Pid::from_child(&child));
    let in_time = ended.recv_timeout(limits.time).is_ok();
    // Also when it ended by itself: children that it left behind would hold the streams and the machine.
    group.kill();
    if !in_time {
        let _ = ended.recv();
    }
    drop(group);
    let status = child.wait()?;
    Ok(Ran {
        end: if in_time {
            End::Exited(status)
        } else {
            End::Killed
        },
        stdout: stdout.take(),
        stderr: stderr.take(),
    })
}

/// Tells when the process has ended, and leaves it to be reaped: until then its number is nobody else's.
fn ending(pid: Pid) -> Receiver<()> {
    let (tell, ended) = mpsc::channel();
    thread::spawn(move || {
        let options = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT;
        while waitid(WaitId::Pid(pid), options).is_err_and(|error| error == rustix::io::Errno::INTR)
        {
        }
        let _ = tell.send(());
    });
    ended
}

/// A stream that is read to its end by a thread, whoever holds the other side.
struct Stream {
    kept: Arc<Mutex<(Vec<u8>, usize)>>,
    closed: Receiver<()>,
}

impl Stream {
    fn follow(pipe: Option<impl Read + Send + 'static>, limit: usize) -> Self {
        let kept = Arc::new(Mutex::new((Vec::new(), 0)));
        let (close, closed) = mpsc::channel();
        let shared = Arc::clone(&kept);
        thread::spawn(move || {
            if let Some(mut pipe) = pipe {
                keep(&mut pipe, limit, &shared);
            }
            let _ = close.send(());
        });
        Self { kept, closed }
    }

    fn take(&self) -> Said {
        let closed = self.closed.recv_timeout(LAST_WORDS).is_ok();
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        Said {
            text: String::from_utf8_lossy(&kept.0).into_owned(),
            cut: kept.1,
            closed,
        }
    }
}

fn keep(pipe: &mut impl Read, limit: usize, kept: &Mutex<(Vec<u8>, usize)>) {
    let mut buffer = [0; 8192];
    loop {
        let read = match pipe.read(&mut buffer) {
            Ok(0) => return,
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(_) => return,
        };
        let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
        let room = limit.saturating_sub(kept.0.len()).min(read);
        kept.0.extend_from_slice(&buffer[..room]);
        kept.1 += read - room;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: Limits = Limits {
        time: Duration::from_secs(60),
        output: 1000,
    };

    fn shell(script: &str, limits: Limits) -> Ran {
        run(Command::new("sh").args(["-c", script]), limits).unwrap()
    }

    #[test]
    fn both_streams_and_the_status_are_kept() {
        let ran = shell("echo out; echo err >&2; exit 7", LIMITS);
        assert!(matches!(ran.end, End::Exited(status) if status.code() == Some(7)));
        assert_eq!(
            (ran.stdout.text.as_str(), ran.stderr.text.as_str()),
            ("out\n", "err\n")
        );
    }

    #[test]
    fn what_is_said_beyond_the_limit_is_counted_and_thrown_away() {
        let ran = shell("head -c 300000 /dev/zero", LIMITS);
        assert_eq!((ran.stdout.text.len(), ran.stdout.cut), (1000, 299_000));
    }

    #[test]
    fn at_the_deadline_grandchildren_are_killed_too() {
        let limits = Limits {
            time: Duration::from_millis(100),
            ..LIMITS
        };
        let ran = shell("sleep 600 & sleep 600", limits);
        assert!(matches!(ran.end, End::Killed));
        assert!(ran.stdout.closed, "a grandchild still holds the stream");
    }

    #[test]
    fn grandchildren_that_outlive_the_process_are_killed() {
        let ran = shell("sleep 600 & exit 0", LIMITS);
        assert!(matches!(ran.end, End::Exited(status) if status.success()));
        assert!(ran.stdout.closed, "a grandchild still holds the stream");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_grandchild_that_left_the_group_is_not_waited_for() {
        let ran = shell("setsid sleep 20 & exit 0", LIMITS);
        assert!(matches!(ran.end, End::Exited(status) if status.success()));
    }
}
