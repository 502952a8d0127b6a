//! The runner: `cargo xtask …`.
//!
//! The feature `grader` is all of the grader. The launcher builds a learner's runner without it, which takes half of the
//! time.

// Allowed here once, not at each of a dozen places: what is dead in the whole runner is still found.
#![cfg_attr(not(feature = "grader"), allow(dead_code))]

mod batch;
mod build;
mod cli;
mod commands;
mod course;
mod decide;
mod disk;
mod exit;
mod finding;
mod fingerprint;
#[cfg(feature = "grader")]
mod grade;
mod interrupt;
mod paths;
mod pristine;
mod program;
mod progress;
mod refuse;
mod report;
mod rules;
mod run;
mod scratch;
mod select;
mod terminal;
#[cfg(test)]
mod testing;
mod tokens;
mod verdict;
mod verify;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    // A wrong command line, `--help` and `--version` end here, with clap's own words and codes 2 and 0.
    let cli = cli::Cli::parse();
    let terminal = terminal::Terminal::detect(cli.color.into());
    let exit = commands::run(&cli.command, &terminal).unwrap_or_else(|error| {
        terminal.note(&report::error::chain(&error));
        exit::Exit::of_error(&error)
    });
    scratch::close();
    exit.into()
}
