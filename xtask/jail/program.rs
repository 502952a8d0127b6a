//! A stage of the sandbox, and nothing else: the kernel starts it for each run of each test, and it is there sooner than the
//! whole runner would be.

use std::process::ExitCode;

fn main() -> ExitCode {
    jail::stage().unwrap_or_else(|| {
        eprintln!("error: this is a part of the sandbox; `cargo xtask jail` starts it");
        ExitCode::from(2)
    })
}
