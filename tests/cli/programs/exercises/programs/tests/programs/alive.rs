//! Works as the exercise `alive` says.

fn main() {
    harness_hand::enter();
    programs::alive::work();
}
