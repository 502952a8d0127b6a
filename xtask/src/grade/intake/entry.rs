//! One thing that lies in a submission, whatever it came in.

use std::io::Read;

use super::limits::{self, Budget};

/// A file, or what stands where one could be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// Within the submission, with `/` between the parts.
    pub(super) path: String,
    /// What is there.
    pub(super) what: What,
}

/// What is at a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    /// A regular file that was asked for, as rustc would see it.
    Text(String),
    /// Something that cannot be taken, and why.
    Unfit(String),
    /// A regular file, or a folder not entered, that was not asked for.
    Other,
}

/// Which paths are to be read; of all others only the names are wanted.
pub(super) type Wanted<'a> = &'a dyn Fn(&str) -> bool;

impl What {
    /// Shorthand.
    pub(super) fn unfit(why: impl Into<String>) -> Self {
        Self::Unfit(why.into())
    }

    /// Reads a file, which should have `claimed` bytes, up to the limit and no further.
    ///
    /// # Errors
    /// The submission's files together are too large.
    pub(super) fn read(from: impl Read, claimed: u64, budget: &mut Budget) -> anyhow::Result<Self> {
        if claimed > limits::FILE {
            return Ok(too_large());
        }
        let mut bytes = Vec::new();
        let read = from.take(limits::FILE + 1).read_to_end(&mut bytes);
        budget.text(bytes.len() as u64)?;
        Ok(match read {
            Err(error) => Self::Unfit(format!("it cannot be read: {error}")),
            Ok(read) if read as u64 > limits::FILE => too_large(),
            Ok(read) if read as u64 != claimed => Self::Unfit(format!(
                "it was to have {claimed} bytes, and has {}",
                if read as u64 > claimed {
                    "more"
                } else {
                    "fewer"
                }
            )),
            Ok(_) => String::from_utf8(bytes).map_or_else(
                |_| Self::unfit("it is no UTF-8"),
                |text| Self::Text(as_rustc_sees_it(text)),
            ),
        })
    }
}

fn too_large() -> What {
    What::Unfit(format!(
        "it is larger than {}",
        limits::in_words(limits::FILE)
    ))
}

/// Without byte order mark and carriage returns, as rustc itself drops them: so the same program from an editor on
/// Windows is the same text, and is decided once.
fn as_rustc_sees_it(text: String) -> String {
    text.strip_prefix('\u{feff}')
        .unwrap_or(&text)
        .replace("\r\n", "\n")
}
