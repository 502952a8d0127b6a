//! Prints what the exercise `own` says.

fn main() {
    print!("{}", programs::own::saying());
}
