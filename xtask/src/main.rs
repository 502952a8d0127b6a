//! The runner: `cargo xtask …`.

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
mod guidance;
mod interrupt;
mod paths;
mod pristine;
mod program;
mod progress;
mod refuse;
mod report;
mod rules;
mod run;
mod select;
mod standing;
mod terminal;
#[cfg(test)]
mod testing;
mod verdict;
mod verify;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    // A wrong command line, `--help` and `--version` end here, with clap's own words and codes 2 and 0.
    let cli = cli::Cli::parse();
    let terminal = terminal::Terminal::detect(cli.color.into());
    let ended = interrupt::install()
        .map_err(anyhow::Error::from)
        .and_then(|()| commands::run(&cli.command, &terminal));
    let exit = ended.unwrap_or_else(|error| {
        terminal.note(&report::error::chain(&error));
        exit::Exit::of_error(&error)
    });
    exit.into()
}
