//! The runner: `cargo xtask …`.

mod build;
mod course;
mod decide;
mod disk;
mod exit;
mod finding;
mod fingerprint;
mod interrupt;
mod paths;
mod program;
mod refuse;
mod run;
mod verdict;

fn main() -> anyhow::Result<()> {
    let root = paths::root()?;
    let course = course::Course::load(&root)?;
    let args: Vec<String> = std::env::args().skip(1).collect();
    let exercise = &course.select(Some(&args[0]))?[0];
    let source = match args.get(1).map(String::as_str) {
        None => decide::Source::Learner,
        Some("--solution") => decide::Source::Solution,
        Some(file) => decide::Source::File(file.into()),
    };
    let d = decide::decide(&course, exercise, &source, &|stage| eprintln!("{stage:?}"))?;
    println!("{}", serde_json::to_string_pretty(&d)?);
    println!("{}", d.diagnostics.unwrap_or_default());
    Ok(())
}
