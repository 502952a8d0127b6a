//! Says hello to whoever starts it.

fn main() {
    print!("hello");
}
