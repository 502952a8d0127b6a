//! What to say of a process that ended while a test ran.

use std::os::unix::process::ExitStatusExt;
use std::process::ExitStatus;
use std::time::Duration;

use super::process::End;
use crate::verdict::Verdict;

/// The verdict on a test without an end, and why. `started`: it had begun; `deadline`: when it was to be killed.
pub(super) fn of(end: End, started: bool, deadline: Duration) -> (Verdict, String) {
    match end {
        End::Killed => {
            let seconds = deadline.as_secs();
            (
                Verdict::TimedOut,
                format!("it had not ended after {seconds} seconds and was killed"),
            )
        }
        End::Exited(status) if started => (
            Verdict::Crashed,
            format!(
                "the program ended the whole test process while this test ran: {}",
                of_status(status)
            ),
        ),
        End::Exited(status) => (
            Verdict::Crashed,
            format!(
                "the test did not run; the test process ended: {}",
                of_status(status)
            ),
        ),
    }
}

fn of_status(status: ExitStatus) -> String {
    if let Some(code) = status.code() {
        return format!("exit({code})");
    }
    match status.signal() {
        Some(4) => "illegal instruction (SIGILL)".to_owned(),
        Some(6) => "abort (SIGABRT), as after a panic inside a panic".to_owned(),
        Some(7) => "bus error (SIGBUS)".to_owned(),
        Some(8) => "arithmetic error (SIGFPE)".to_owned(),
        Some(9) => "killed (SIGKILL), as when the machine is out of memory".to_owned(),
        Some(11) => {
            "segmentation fault (SIGSEGV), as when recursion without an end uses up the stack"
                .to_owned()
        }
        Some(signal) => format!("signal {signal}"),
        None => status.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run::DEADLINE;

    #[test]
    fn a_successful_exit_is_told_as_a_death() {
        let (verdict, message) = of(End::Exited(ExitStatus::from_raw(0)), true, DEADLINE);
        assert_eq!(verdict, Verdict::Crashed);
        assert!(message.ends_with("exit(0)"), "{message}");
    }

    #[test]
    fn signals_are_told_in_words() {
        let (_, message) = of(End::Exited(ExitStatus::from_raw(11)), true, DEADLINE);
        assert!(
            message.contains("SIGSEGV") && message.contains("stack"),
            "{message}"
        );
    }
}
