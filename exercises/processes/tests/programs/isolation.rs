//! Plays both parts with the learner's functions: `take AMOUNT…` is a child, `report PROGRAM AMOUNT…` is the parent.

use processes::isolation::{left, report, take};
use std::path::Path;
use std::{env, process};

fn main() {
    harness_hand::enter();
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["take", ref amounts @ ..] => {
            for amount in numbers(amounts) {
                println!("{}", take(amount));
            }
        }
        ["report", program, ref amounts @ ..] => {
            match report(Path::new(program), &numbers(amounts)) {
                Ok(report) => println!("{}\nstore: {} kg", report.trim_end(), left()),
                Err(error) => {
                    eprintln!("{error}");
                    // An error is no leave to leave children behind.
                    harness_hand::leave();
                    process::exit(1);
                }
            }
        }
        _ => {
            eprintln!("a process was started with the arguments {arguments:?}");
            process::exit(2);
        }
    }
    harness_hand::leave();
}

fn numbers(texts: &[&str]) -> Vec<u64> {
    let numbers = texts.iter().map(|text| text.parse());
    numbers.collect::<Result<_, _>>().unwrap_or_else(|error| {
        eprintln!("a process was started with the amounts {texts:?}: {error}");
        process::exit(2)
    })
}
