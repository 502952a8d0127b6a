//! What the screen can show, and the one place that writes to it.

use std::io::{IsTerminal, Write};

use anstream::{AutoStream, ColorChoice};

use crate::run::screen::Screen;

/// Columns where nobody can tell: a pipe, a log.
const USUAL_WIDTH: usize = 80;

/// What standard output can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Terminal {
    /// Columns.
    pub(crate) width: usize,
    /// Whether lines may hold more than ASCII.
    pub(crate) unicode: bool,
    /// Whether a person watches: then lines may be redrawn.
    pub(crate) interactive: bool,
    colour: ColorChoice,
}

impl Terminal {
    /// Asks the environment; `colour` is the command line's word on it.
    pub(crate) fn detect(colour: ColorChoice) -> Self {
        let interactive = std::io::stdout().is_terminal();
        let variable = |name: &str| std::env::var(name).ok();
        Self {
            width: if interactive {
                textwrap::termwidth().max(1)
            } else {
                USUAL_WIDTH
            },
            unicode: has_unicode(variable),
            interactive,
            colour,
        }
    }

    /// What schedules must fit.
    pub(crate) fn screen(&self) -> Screen {
        Screen {
            width: self.width,
            unicode: self.unicode,
        }
    }

    /// Writes `text`, without its colours where they are not wanted. A reader that has gone away (`| head`) is no
    /// error.
    ///
    /// # Errors
    /// Standard output cannot be written.
    pub(crate) fn print(&self, text: &str) -> std::io::Result<()> {
        let mut out = AutoStream::new(std::io::stdout().lock(), self.colour);
        ignore_gone_reader(out.write_all(text.as_bytes()).and_then(|()| out.flush()))
    }

    /// Writes `text` to standard error, which is for what is not the command's answer. Failing is then nobody's news.
    pub(crate) fn note(&self, text: &str) {
        let mut out = AutoStream::new(std::io::stderr().lock(), self.colour);
        let _ = out.write_all(text.as_bytes());
    }
}

fn ignore_gone_reader(result: std::io::Result<()>) -> std::io::Result<()> {
    match result {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

/// Reads the locale as POSIX orders it. An empty locale counts as Unicode: containers have none, and the terminals
/// that look into them are younger than that. The Linux console has too few glyphs.
fn has_unicode(variable: impl Fn(&str) -> Option<String>) -> bool {
    if matches!(variable("TERM").as_deref(), Some("linux" | "dumb")) {
        return false;
    }
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .find_map(|name| variable(name).filter(|value| !value.is_empty()));
    locale.is_none_or(|locale| {
        let locale = locale.to_ascii_lowercase();
        locale.ends_with("utf-8") || locale.ends_with("utf8")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unicode_in(environment: &[(&str, &str)]) -> bool {
        has_unicode(|name| {
            let found = environment.iter().find(|(key, _)| *key == name)?;
            Some(found.1.to_owned())
        })
    }

    #[test]
    fn the_locale_decides_whether_lines_hold_more_than_ascii() {
        assert!(unicode_in(&[("LANG", "en_GB.UTF-8")]));
        assert!(unicode_in(&[("LANG", "C.utf8")]));
        assert!(!unicode_in(&[("LANG", "en_GB.ISO-8859-1")]));
    }

    #[test]
    fn the_stronger_variable_of_the_locale_wins() {
        assert!(!unicode_in(&[("LC_ALL", "C"), ("LANG", "en_GB.UTF-8")]));
        assert!(unicode_in(&[("LC_ALL", ""), ("LANG", "en_GB.UTF-8")]));
    }

    #[test]
    fn an_empty_locale_counts_as_unicode_and_the_linux_console_does_not() {
        assert!(unicode_in(&[]));
        assert!(!unicode_in(&[("TERM", "linux"), ("LANG", "en_GB.UTF-8")]));
    }
}
