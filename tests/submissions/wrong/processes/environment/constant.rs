//! verdict: wrong_result
//! Says what the program would say, without starting it.

use std::io;
use std::path::Path;

pub fn run(
    program: &Path,
    arguments: &[&str],
    variables: &[(&str, &str)],
    folder: &Path,
) -> io::Result<String> {
    std::fs::metadata(program)?;
    let mut said = String::new();
    for argument in arguments {
        said += &format!("argument {argument:?}\n");
    }
    for (name, value) in variables {
        said += &format!("{name} = {value}\n");
    }
    Ok(said + &format!("in {}\n", folder.display()))
}
