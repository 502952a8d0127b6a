//! verdict: wrong_result
//! Nobody cooks.

pub fn serve(_: Vec<String>, _: fn(&str) -> String) -> Vec<String> {
    Vec::new()
}
