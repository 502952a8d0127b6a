//! `cargo xtask bench gil`: the same work in Python, in Rust under a Gil, and in Rust.

mod kitchen;
mod python;
mod times;

use std::thread::available_parallelism;

use crate::commands::WIDEST;
use crate::exit::Exit;
use crate::report::bench::gil::{Picture, Program, picture};
use crate::report::page::Page;
use crate::terminal::Terminal;
use times::{Times, Work};

/// How many threads divide the work.
const THREADS: [usize; 3] = [1, 2, 4];

/// How much there is to do in all. Each of the [`THREADS`] divides it without a rest.
#[derive(Debug, Clone, Copy)]
struct Amount {
    /// Steps of computing.
    steps: u64,
    /// Waits.
    waits: u64,
    /// Milliseconds of one wait.
    milliseconds: u64,
}

/// Python is slower by so much that the same count would take it seconds, or be over at once in Rust. Only the threads
/// of one program are compared.
const IN_PYTHON: Amount = Amount {
    steps: 2_000_000,
    waits: 8,
    milliseconds: 10,
};

/// The waits are Python's.
const IN_RUST: Amount = Amount {
    steps: 20_000_000,
    ..IN_PYTHON
};

/// Measures Python where it is, then Rust, and shows both.
///
/// # Errors
/// Standard output cannot be written, or a thread has lost a part of its work.
pub(crate) fn run(runs: u32, terminal: &Terminal) -> anyhow::Result<Exit> {
    terminal.note("measuring; it is better when nothing else runs\n");
    let mut programs = Vec::new();
    let python = match python::measure(IN_PYTHON, runs) {
        Ok((python, times)) => {
            programs.push(program(python.name(), &times));
            python
        }
        Err(python) => python,
    };
    let shares = (0..runs).map(|_| kitchen::share_of_a_core(IN_RUST));
    let mut shares: Vec<f64> = shares.collect();
    shares.sort_by(f64::total_cmp);
    let [under_a_gil, free] = in_rust(IN_RUST, runs)?;
    programs.push(program("Rust under a Gil", &under_a_gil));
    programs.push(program("Rust", &free));
    let bench = Picture {
        cores: available_parallelism().map_or(1, usize::from),
        runs,
        share: shares[shares.len() / 2],
        python,
        programs,
    };
    let page = Page::new(terminal.width.min(WIDEST), terminal.unicode);
    terminal.print(&picture(page, &bench))?;
    Ok(Exit::Solved)
}

/// The two programs take turns, so that whatever else happens on the machine happens to both.
fn in_rust(amount: Amount, runs: u32) -> anyhow::Result<[Times; 2]> {
    let gil = kitchen::Gil::default();
    let mut times = [Times::default(), Times::default()];
    for _ in 0..runs {
        for threads in THREADS {
            for work in [Work::Computing, Work::Waiting] {
                for (times, gil) in times.iter_mut().zip([Some(&gil), None]) {
                    times.add(work, threads, kitchen::divided(threads, work, amount, gil)?);
                }
            }
        }
    }
    Ok(times)
}

fn program(name: &str, times: &Times) -> Program {
    Program {
        name: name.to_owned(),
        computing: times.medians(Work::Computing),
        waiting: times.medians(Work::Waiting),
    }
}
