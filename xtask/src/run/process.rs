//! A process that always comes to an end: a group of its own, a deadline, a limit on what it may say.

use std::io::{self, Read, Write};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, WaitId, WaitIdOptions, waitid};

use super::usage;
use crate::interrupt::Group;

/// How long a stream may stay open once the group is gone. Only what left the group can hold it.
const LAST_WORDS: Duration = Duration::from_secs(1);

/// How often somebody is asked whether the process is still needed.
const GLANCE: Duration = Duration::from_millis(100);

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
    /// At the deadline, or because nobody needed it any more.
    Killed,
}

/// What is left of it.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) end: End,
    /// CPU time of it and of all that it and its descendants have waited for.
    pub(crate) cpu: Duration,
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
    run_unless(command, limits, &|| false)
}

/// The same; it finds these few bytes on its standard input, and then the end.
///
/// # Errors
/// When it cannot be started.
pub(crate) fn run_with(command: &mut Command, input: &[u8], limits: Limits) -> io::Result<Ran> {
    follow(command, Some(input), limits, &|| false)
}

/// The same; it is also killed soon after `is_idle` says that nobody needs it any more.
///
/// # Errors
/// When it cannot be started.
pub(crate) fn run_unless(
    command: &mut Command,
    limits: Limits,
    is_idle: &dyn Fn() -> bool,
) -> io::Result<Ran> {
    follow(command, None, limits, is_idle)
}

fn follow(
    command: &mut Command,
    input: Option<&[u8]>,
    limits: Limits,
    is_idle: &dyn Fn() -> bool,
) -> io::Result<Ran> {
    command
        .stdin(input.map_or_else(Stdio::null, |_| Stdio::piped()))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let started = Instant::now();
    let (mut child, group) = Group::spawn(command)?;
    if let (Some(mut pipe), Some(input)) = (child.stdin.take(), input) {
        // A pipe takes far more at once than is ever said here. Who ends without reading it has its own reasons.
        let _ = pipe.write_all(input);
    }
    let stdout = Stream::follow(child.stdout.take(), limits.output);
    let stderr = Stream::follow(child.stderr.take(), limits.output);
    let ended = ending(Pid::from_child(&child));
    let in_time = loop {
        let left = limits.time.saturating_sub(started.elapsed());
        match ended.recv_timeout(left.min(GLANCE)) {
            Ok(()) => break true,
            Err(_) if left.is_zero() || is_idle() => break false,
            Err(_) => {}
        }
    };
    // Also when it ended by itself: children that it left behind would hold the streams and the machine.
    group.kill();
    if !in_time {
        let _ = ended.recv();
    }
    drop(group);
    let (status, cpu) = usage::reap(&mut child)?;
    Ok(Ran {
        end: if in_time {
            End::Exited(status)
        } else {
            End::Killed
        },
        cpu,
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
    fn input_comes_to_its_end() {
        let ran = run_with(&mut Command::new("cat"), b"key", LIMITS).unwrap();
        assert!(matches!(ran.end, End::Exited(status) if status.success()));
        assert_eq!(ran.stdout.text, "key");
    }

    #[test]
    fn what_is_said_beyond_the_limit_is_counted_and_thrown_away() {
        let ran = shell("head -c 300000 /dev/zero", LIMITS);
        assert_eq!((ran.stdout.text.len(), ran.stdout.cut), (1000, 299_000));
    }

    #[test]
    fn what_a_grandchild_has_computed_is_counted() {
        let busy = "sh -c 'i=0; while [ $i -lt 100000 ]; do i=$((i+1)); done'; times";
        let ran = shell(busy, LIMITS);
        // The second line is of the shell's children: `0m0.120s 0m0.000s`.
        let of_children = ran.stdout.text.lines().nth(1).unwrap();
        let user = of_children.split_once("s ").unwrap().0;
        let (_, seconds) = user.split_once('m').unwrap();
        let seconds: f64 = seconds.parse().unwrap();
        assert!(seconds > 0.0 && ran.cpu.as_secs_f64() >= seconds, "{ran:?}");
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

    #[test]
    fn a_process_that_nobody_needs_any_more_is_killed() {
        let mut command = Command::new("sleep");
        let ran = run_unless(command.arg("600"), LIMITS, &|| true).unwrap();
        assert!(matches!(ran.end, End::Killed));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_grandchild_that_left_the_group_is_not_waited_for() {
        let ran = shell("setsid sleep 20 & exit 0", LIMITS);
        assert!(matches!(ran.end, End::Exited(status) if status.success()));
    }
}
