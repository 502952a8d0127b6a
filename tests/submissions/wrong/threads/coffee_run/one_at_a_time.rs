//! verdict: serial
//! The manager goes for everything.

pub fn run(
    coffees: &[String],
    assistants: usize,
    fetch: &(dyn Fn(&str) -> String + Sync),
) -> Vec<String> {
    coffees.iter().map(|coffee| fetch(coffee)).collect()
}
