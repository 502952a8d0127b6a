//! verdict: wrong_result
//! Keeps both ends of as many pipes as there can be.

use std::io;
use std::mem;
use std::path::Path;

pub fn ask(_program: &Path, _question: &[u8]) -> io::Result<Vec<u8>> {
    loop {
        mem::forget(io::pipe()?);
    }
}
