//! An error with everything that led to it.

use std::io::{self, ErrorKind};

use crate::report::style::{BAD, WARNING, paint};

/// The error and its causes, outermost first, one a line.
pub(crate) fn chain(error: &anyhow::Error) -> String {
    let mut text = format!("{} {error}\n", paint(BAD, "error:"));
    for cause in error.chain().skip(1) {
        text.push_str(&format!("  because: {cause}\n"));
    }
    if let Some(advice) = advice(error) {
        text.push_str(&format!("{advice}\n"));
    }
    text
}

/// What to do about an error of the system that no command of ours can mend.
fn advice(error: &anyhow::Error) -> Option<&'static str> {
    let mut causes = error.chain().filter_map(|cause| cause.downcast_ref());
    causes.find_map(|cause: &io::Error| match cause.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            Some("make room on the disk and run it again; nothing of yours was changed")
        }
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            Some("let yourself write there and run it again; nothing of yours was changed")
        }
        _ => None,
    })
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

    #[test]
    fn an_error_of_the_system_ends_with_what_to_do_about_it() {
        let full = anyhow::Error::new(io::Error::from(ErrorKind::StorageFull));
        let text = chain(&full.context("cannot write counter.rs"));
        assert!(
            text.ends_with(
                "make room on the disk and run it again; nothing of yours was changed\n"
            ),
            "{text}"
        );
    }
}
