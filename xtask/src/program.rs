//! The file that is to be decided, before any compiler sees it.

use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::Path;

use anyhow::Context;

/// An exercise has a few kilobytes.
const LIMIT: u64 = 1 << 20;

/// A program that can be given to rustc, or what is the matter with the file.
///
/// # Errors
/// When the file is there and cannot be read: no permission, a broken disk.
pub(crate) fn read(path: &Path) -> anyhow::Result<Result<String, String>> {
    let failed = || format!("failed to read {}", path.display());
    let about = match fs::metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Ok(Err("the file is missing".to_owned()));
        }
        about => about.with_context(failed)?,
    };
    if !about.is_file() {
        return Ok(Err("this is not a file".to_owned()));
    }
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(LIMIT + 1).read_to_end(&mut bytes))
        .with_context(failed)?;
    Ok(check(bytes))
}

fn check(bytes: Vec<u8>) -> Result<String, String> {
    if bytes.len() as u64 > LIMIT {
        return Err("the file is larger than 1 MiB".to_owned());
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        format!("the file is not UTF-8 text (line {line}); save it as UTF-8")
    })?;
    if text.trim().is_empty() {
        return Err("the file is empty".to_owned());
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_program_is_told_in_words() {
        let folder = tempfile::tempdir().unwrap();
        let said = |name: &str, bytes: &[u8]| {
            let path = folder.path().join(name);
            fs::write(&path, bytes).unwrap();
            read(&path).unwrap()
        };
        assert_eq!(said("a", b" \n"), Err("the file is empty".to_owned()));
        assert_eq!(
            said("b", b"x\n\xff"),
            Err("the file is not UTF-8 text (line 2); save it as UTF-8".to_owned())
        );
        assert_eq!(
            said("c", &vec![b' '; 2 << 20]),
            Err("the file is larger than 1 MiB".to_owned())
        );
        assert_eq!(said("d", b"fn f() {}"), Ok("fn f() {}".to_owned()));
        assert_eq!(
            read(&folder.path().join("none")).unwrap(),
            Err("the file is missing".to_owned())
        );
        assert_eq!(
            read(folder.path()).unwrap(),
            Err("this is not a file".to_owned())
        );
    }
}
