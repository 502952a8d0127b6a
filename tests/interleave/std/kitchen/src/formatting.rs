//! Printing, formatting and asserting macros.

use std::fmt::Write as _;

#[allow(clippy::format_in_format_args, reason = "learners write it")]
/// Prints in every way, and gives what was formatted.
///
/// # Errors
/// None: a `String` takes everything.
pub fn show() -> Result<String, Box<dyn std::error::Error>> {
    let list = vec![1, 2, 3];
    let mut text = String::new();
    write!(text, "{list:?} {}", format!("{:>3}", 4))?;
    writeln!(text)?;
    println!("hello {}", list.len());
    println!();
    print!("x");
    eprintln!("to the error stream: {text:?}");
    eprint!("y");
    let more = dbg!(list.len() + 1);
    let (left, right) = dbg!(1, "two",);
    assert_eq!((more, left, right), (4, 1, "two"));
    assert_ne!(more, 5, "message {more}");
    debug_assert!(matches!(list.as_slice(), [1, ..]));
    if more > 100 {
        todo!("nobody orders {more} dishes")
    } else if more > 99 {
        unimplemented!()
    } else if more > 98 {
        unreachable!()
    }
    Ok(text)
}
