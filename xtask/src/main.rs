//! The runner: `cargo xtask …`.

fn main() -> anyhow::Result<()> {
    anyhow::bail!("no command is there yet")
}
