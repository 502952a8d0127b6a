//! A worker that does what the test says.

fn main() {
    harness_hand::serve();
}
