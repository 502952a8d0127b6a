//! What the reader's terminal can show.

/// Width and characters of the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Columns; less than 20 counts as 20.
    pub width: usize,
    /// Whether `→ │ ─ …` can be shown; otherwise `-> | - ..` take their place.
    pub unicode: bool,
}

impl Style {
    /// Reads `INTERLEAVE_WIDTH`, else `COLUMNS`, else 80; and the locale (`LC_ALL`, `LC_CTYPE`, `LANG`: the first that is
    /// set decides, as in POSIX).
    pub fn from_env() -> Style {
        Style::from_vars(|name| std::env::var(name).ok())
    }

    /// As [`Style::from_env`], with the variables' values from a function.
    pub fn from_vars(get: impl Fn(&str) -> Option<String>) -> Style {
        let number = |name| get(name)?.trim().parse().ok().filter(|&n: &usize| n > 0);
        let width = number("INTERLEAVE_WIDTH").or_else(|| number("COLUMNS"));
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
            .iter()
            .filter_map(|name| get(name))
            .find(|value| !value.is_empty());
        let unicode = match locale.map(|l| l.to_ascii_lowercase()) {
            Some(locale) => locale.contains("utf-8") || locale.contains("utf8"),
            // Windows has no such variables, and its terminals show Unicode.
            None => cfg!(windows),
        };
        Style {
            width: width.unwrap_or(80).max(20),
            unicode,
        }
    }

    pub(super) fn arrow(self) -> &'static str {
        if self.unicode { "→" } else { "->" }
    }

    pub(super) fn times(self) -> &'static str {
        if self.unicode { "×" } else { "x" }
    }

    pub(super) fn bar(self) -> &'static str {
        if self.unicode { "│" } else { "|" }
    }

    pub(super) fn dash(self) -> &'static str {
        if self.unicode { "─" } else { "-" }
    }

    pub(super) fn ellipsis(self) -> &'static str {
        if self.unicode { "…" } else { ".." }
    }
}
