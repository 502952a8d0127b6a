//! Exit codes: few, distinct, and documented in `--help`. "Not solved" is never "the tool is broken".

use std::process::ExitCode;

/// How a command ended, as the shell sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Solved, or all is well.
    Solved,
    /// The tool worked, and what it decided is not solved.
    NotSolved,
    /// The command line asks for something that does not exist.
    Usage,
    /// The tool or its environment failed: no cargo, no space, an unreadable file.
    Broken,
    /// A signal ended the run.
    Interrupted,
}

impl Exit {
    /// The number that the shell sees. 130 is the shells' own convention for SIGINT.
    pub(crate) const fn code(self) -> u8 {
        match self {
            Self::Solved => 0,
            Self::NotSolved => 1,
            Self::Usage => 2,
            Self::Broken => 3,
            Self::Interrupted => 130,
        }
    }

    /// The code of an error that reached `main`: [`Exit::Usage`] for a [`Misuse`] anywhere in the chain.
    pub(crate) fn of_error(error: &anyhow::Error) -> Self {
        if error.is::<Misuse>() {
            Self::Usage
        } else {
            Self::Broken
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}

/// The command line names something that the course does not have.
#[derive(Debug)]
pub(crate) struct Misuse(pub(crate) String);

impl std::fmt::Display for Misuse {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Misuse {}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::Context;

    #[test]
    fn a_misuse_keeps_its_code_under_added_context() {
        let error = anyhow::Error::new(Misuse("no exercise `x`".into()));
        assert_eq!(Exit::of_error(&error), Exit::Usage);
        let wrapped = Err::<(), _>(error).context("reading the command line");
        assert_eq!(Exit::of_error(&wrapped.unwrap_err()), Exit::Usage);
    }

    #[test]
    fn any_other_error_says_that_the_tool_is_broken() {
        assert_eq!(Exit::of_error(&anyhow::anyhow!("no space left")).code(), 3);
    }
}
