//! `stringbuffer`: `java.lang.StringBuffer` of JDK 1.4 (Flanagan and Qadeer 2003). Every method holds the object's lock,
//! and yet `append(other)` is not indivisible: it asks `other` for its length, then for that many characters.

use std::sync::{Arc, Mutex};
use std::thread;

use crate::threads::join;

/// What the failed assertion says.
pub const SHOWS: &str = "string index out of range";

struct StringBuffer(Mutex<String>);

impl StringBuffer {
    fn new(text: &str) -> Self {
        Self(Mutex::new(text.into()))
    }

    fn length(&self) -> usize {
        self.0.lock().unwrap().len()
    }

    fn characters(&self, length: usize) -> String {
        let text = self.0.lock().unwrap();
        text.get(..length).expect(SHOWS).into()
    }

    fn clear(&self) {
        self.0.lock().unwrap().clear();
    }

    fn append(&self, text: &str) {
        self.0.lock().unwrap().push_str(text);
    }

    fn append_in_two_steps(&self, other: &StringBuffer) {
        let mut text = self.0.lock().unwrap();
        let length = other.length();
        text.push_str(&other.characters(length));
    }

    fn append_in_one_step(&self, other: &StringBuffer) {
        let mut text = self.0.lock().unwrap();
        text.push_str(&other.0.lock().unwrap());
    }
}

/// Outcomes: `()`, and a panic where the text is cleared between the two questions.
pub fn wrong() {
    run(StringBuffer::append_in_two_steps);
}

/// Outcomes: `()`: one lock for both.
pub fn right() {
    run(StringBuffer::append_in_one_step);
}

fn run(append: fn(&StringBuffer, &StringBuffer)) {
    let shared = Arc::new(StringBuffer::new("abc"));
    let eraser = {
        let shared = Arc::clone(&shared);
        thread::spawn(move || {
            shared.clear();
            shared.append("abc");
        })
    };
    append(&StringBuffer::new(""), &shared);
    join(eraser);
}
