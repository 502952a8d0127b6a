//! Objects that a derived `Default` creates: the compiler places all of them at the attribute.

use super::scan::ident_at_end;

/// The field of the given kind in the struct below an attribute, when there is exactly one.
pub(super) fn field(lines: &[String], kind: &str) -> Option<String> {
    let body: Vec<&str> = lines
        .iter()
        .map(|l| super::without_comment(l))
        .skip_while(|l| !l.contains("struct "))
        .take_while(|l| !l.trim_start().starts_with('}'))
        .collect();
    let body = body.join("\n");
    let (_, fields) = body.split_once('{')?;
    let mut found = split(fields).into_iter().filter(|field| holds(field, kind));
    let (field, next) = (found.next()?, found.next());
    if next.is_some() {
        return None;
    }
    ident_at_end(field.split_once(':')?.0)
}

/// The fields: split at commas outside of brackets.
fn split(fields: &str) -> Vec<&str> {
    let (mut depth, mut start, mut out) = (0, 0, Vec::new());
    for (at, c) in fields.char_indices() {
        match c {
            '<' | '(' | '[' => depth += 1,
            '>' | ')' | ']' => depth -= 1,
            ',' if depth == 0 => {
                out.push(&fields[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    out.push(&fields[start..]);
    out
}

/// Whether a field's type names the kind: `Mutex<bool>` a `Mutex`, `AtomicU64` an `atomic`.
fn holds(field: &str, kind: &str) -> bool {
    let Some((_, ty)) = field.split_once(':') else {
        return false;
    };
    let mut words = ty.split(|c: char| !c.is_alphanumeric() && c != '_');
    words.any(|word| word == kind || of_kind(word, kind))
}

/// The engine's kinds are wider than types.
fn of_kind(word: &str, kind: &str) -> bool {
    match kind {
        "atomic" => word.starts_with("Atomic"),
        "once" => ["Once", "OnceLock", "LazyLock"].contains(&word),
        _ => false,
    }
}
