//! What schedules and messages must fit.

use std::process::Command;

use serde::{Deserialize, Serialize};

/// Columns and characters of the terminal that shows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Screen {
    /// Columns.
    pub(crate) width: usize,
    /// Whether lines may hold more than ASCII.
    pub(crate) unicode: bool,
}

impl Default for Screen {
    /// For records that no terminal shows: the same wherever they are made.
    fn default() -> Self {
        Self {
            width: 80,
            unicode: true,
        }
    }
}

impl Screen {
    /// Tells the test process, which asks the environment as any program does.
    pub(super) fn tell(self, command: &mut Command) {
        let locale = if self.unicode { "C.UTF-8" } else { "C" };
        command
            .env("INTERLEAVE_WIDTH", self.width.to_string())
            .env("LC_ALL", locale);
    }
}
