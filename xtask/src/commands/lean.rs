//! What stands in for the grader in a runner that was built without it. The launcher builds the other one before it
//! starts a command that grades; so only those come here who start the runner without the launcher.

use anyhow::bail;

use crate::exit::Exit;

/// `cargo xtask grade`.
pub(crate) mod grade {
    use super::{Exit, refuse};
    use crate::cli::Grade;
    use crate::course::Course;
    use crate::terminal::Terminal;

    /// Grades nothing.
    ///
    /// # Errors
    /// Always.
    pub(crate) fn run(_: &Course, _: &Grade, _: &Terminal) -> anyhow::Result<Exit> {
        refuse()
    }
}

/// `cargo xtask jail`.
pub(crate) mod jail {
    use std::path::Path;

    use super::{Exit, refuse};
    use crate::terminal::Terminal;

    /// Runs nothing.
    ///
    /// # Errors
    /// Always.
    pub(crate) fn run(_: &Path, _: bool, _: &Terminal) -> anyhow::Result<Exit> {
        refuse()
    }
}

/// `cargo xtask bench grade`.
pub(crate) mod speed {
    use super::{Exit, refuse};
    use crate::cli::Speed;
    use crate::course::Course;
    use crate::terminal::Terminal;

    /// Measures nothing.
    ///
    /// # Errors
    /// Always.
    pub(crate) fn run(_: &Course, _: &Speed, _: &Terminal) -> anyhow::Result<Exit> {
        refuse()
    }
}

fn refuse() -> anyhow::Result<Exit> {
    bail!(
        "this runner was built without the grader\nrun `cargo build --package xtask`, then the same once more"
    )
}
