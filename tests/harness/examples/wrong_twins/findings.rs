//! Bodies that end in each of the ways a test can end.

use harness::prelude::*;

#[claim(value)]
pub fn holds() {
    let eggs = [1, 2];
    expect!(eggs.len() == 2, WrongResult, "an egg is missing");
}

#[claim(value)]
pub fn exits() {
    std::process::exit(0);
}

#[claim(nothing_left)]
pub fn leaks() {
    let ovens = 2;
    expect!(ovens == 0, Leak, "{ovens} ovens are still on");
}

#[claim(value)]
pub fn panics() {
    panic!("burnt");
}

#[claim(value)]
pub fn is_not_started() {
    std::thread::spawn(|| todo!("cook")).join().unwrap();
}

#[claim(value)]
pub fn second_hand() {
    within("a cook", || {
        std::thread::spawn(|| panic!("burnt")).join().unwrap()
    });
}
