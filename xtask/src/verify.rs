//! Everything that must hold of the workspace, step by step, counted.

pub(crate) mod browser;
pub(crate) mod cargo;
pub(crate) mod decisions;
pub(crate) mod ledger;
pub(crate) mod python;
pub(crate) mod steps;
