//! The left side of `=`.

use super::scan::{Position, ident_at_end};

/// The name in `let tickets: Arc<_>`, `static LIST: Mutex<u32>`, `let (tx, rx)` or `self.forks`.
pub(super) fn assigned(left: &str, position: &Position) -> Option<String> {
    let statement = left.rsplit([';', '{', '}']).next()?.trim();
    let declared = ["let ", "static ", "const "].iter().find_map(|keyword| {
        let at = statement.find(keyword)?;
        // Attributes and `pub` may stand before it.
        let before = statement[..at].trim_end();
        (before.is_empty() || before.ends_with([']', ')', '\n']) || before.ends_with("pub"))
            .then_some(())?;
        Some(statement[at + keyword.len()..].trim_start())
    });
    match declared {
        Some(pattern) => bound(without_type(pattern), position),
        None => position.name(&ident_at_end(statement)?),
    }
}

/// `tickets: Arc<Mutex<u32>>` without the type.
fn without_type(pattern: &str) -> &str {
    let mut depth = 0;
    let bytes = pattern.as_bytes();
    for (i, c) in bytes.iter().enumerate() {
        match c {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth -= 1,
            b':' if depth == 0 && bytes.get(i + 1) != Some(&b':') => {
                return pattern[..i].trim_end();
            }
            _ => {}
        }
    }
    pattern
}

fn bound(pattern: &str, position: &Position) -> Option<String> {
    let ident = |p: &str| {
        ident_at_end(
            p.trim()
                .trim_start_matches("ref ")
                .trim_start_matches("mut "),
        )
    };
    let Some(tuple) = pattern.strip_prefix('(').and_then(|p| p.strip_suffix(')')) else {
        return position.name(&ident(pattern)?);
    };
    let parts: Option<Vec<String>> = tuple
        .split(',')
        .filter(|p| !p.trim().is_empty())
        .map(ident)
        .collect();
    let parts = parts?;
    match position.tuple {
        Some(index) => Some(parts.get(index)?.clone()),
        // One value with several names: both ends of a channel.
        None => Some(parts.join("/")),
    }
}
