//! An error with everything that led to it.

use crate::report::style::{BAD, WARNING, paint};

/// The error and its causes, outermost first, one a line.
pub(crate) fn chain(error: &anyhow::Error) -> String {
    let mut text = format!("{} {error}\n", paint(BAD, "error:"));
    for cause in error.chain().skip(1) {
        text.push_str(&format!("  because: {cause}\n"));
    }
    text
}

/// Something that went wrong and stopped nothing.
pub(crate) fn warning(text: &str) -> String {
    format!("{} {text}\n", paint(WARNING, "warning:"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::{Context, anyhow};

    #[test]
    fn every_cause_has_its_line() {
        let error = Err::<(), _>(anyhow!("no space left on device"))
            .context("cannot write counter.rs")
            .unwrap_err();
        assert_eq!(
            anstream::adapter::strip_str(&chain(&error)).to_string(),
            "error: cannot write counter.rs\n  because: no space left on device\n"
        );
    }
}
