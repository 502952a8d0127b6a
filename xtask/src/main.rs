//! The runner: `cargo xtask …`.

mod course;
mod decide;
mod finding;
mod verdict;

fn main() -> anyhow::Result<()> {
    anyhow::bail!("no command is there yet")
}
