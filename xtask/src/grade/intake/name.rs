//! Names that strangers chose, made fit to be shown, compared and used as ids.

use anyhow::bail;

/// Longest id, in characters.
const LONGEST: usize = 120;

/// The name with `%XX` for whatever is no UTF-8, would not be seen, or would turn the line around. So is a `%` that looks
/// as if it stood for such: two names are never shown as one.
pub(super) fn escape(raw: &[u8]) -> String {
    let mut shown = String::new();
    for chunk in raw.utf8_chunks() {
        for (at, c) in chunk.valid().char_indices() {
            let looks_escaped = || {
                let behind = chunk.valid().as_bytes().get(at + 1..at + 3);
                behind.is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit))
            };
            if is_odd(c) || c == '%' && looks_escaped() {
                percent(&mut shown, c.encode_utf8(&mut [0; 4]).as_bytes());
            } else {
                shown.push(c);
            }
        }
        percent(&mut shown, chunk.invalid());
    }
    shown
}

/// The path as it stands in an archive, with `/` between its parts and without empty ones and `.`; one that begins with
/// `/` or a drive still does.
pub(super) fn path(raw: &[u8]) -> String {
    let path = escape(raw).replace('\\', "/");
    let parts: Vec<&str> = path
        .split('/')
        .filter(|part| !part.is_empty() && *part != ".")
        .collect();
    let root = if path.starts_with('/') { "/" } else { "" };
    format!("{root}{}", parts.join("/"))
}

/// Whether the path, joined to a folder, could name something outside of it.
pub(super) fn leads_out(path: &str) -> bool {
    let drive = path.as_bytes().get(1) == Some(&b':');
    path.starts_with('/') || drive || path.split('/').any(|part| part == "..")
}

/// Whether this can be an id: it becomes part of file names and of reports.
///
/// # Errors
/// It cannot; the error says why.
pub(super) fn check_id(id: &str) -> anyhow::Result<()> {
    if id.is_empty() || id.starts_with('.') {
        bail!("an id is not empty and does not begin with a dot");
    }
    if id.trim() != id {
        bail!("an id has no blank around it");
    }
    if id.chars().any(|c| is_odd(c) || c == '/' || c == '\\') {
        bail!("an id has no slash, no backslash and no control character in it");
    }
    if id.chars().count() > LONGEST {
        bail!("an id has at most {LONGEST} characters");
    }
    Ok(())
}

/// Controls, and what changes the direction of writing.
pub(super) fn is_odd(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn percent(shown: &mut String, bytes: &[u8]) {
    for byte in bytes {
        shown.push_str(&format!("%{byte:02X}"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_shown_is_escaped_and_differs_still() {
        assert_eq!(escape("Zoë & Łukasz".as_bytes()), "Zoë & Łukasz");
        assert_eq!(escape(b"m\xfcller"), "m%FCller");
        assert_eq!(escape(b"a\nb\x1b[2J"), "a%0Ab%1B[2J");
        assert_eq!(escape("a\u{202e}sr.b".as_bytes()), "a%E2%80%AEsr.b");
        assert_eq!(escape(b"m%FCller 100%"), "m%25FCller 100%");
    }

    #[test]
    fn paths_of_windows_and_doubled_slashes_are_the_same_path() {
        for raw in ["a/b.rs", "./a//b.rs", "a\\b.rs", "a/./b.rs"] {
            assert_eq!(path(raw.as_bytes()), "a/b.rs", "{raw}");
            assert!(!leads_out(&path(raw.as_bytes())));
        }
    }

    #[test]
    fn paths_that_lead_out_are_known() {
        for raw in [
            "../a.rs",
            "a/../../b.rs",
            "/etc/a.rs",
            "\\a.rs",
            "C:\\a.rs",
            "a\\..\\b.rs",
        ] {
            assert!(leads_out(&path(raw.as_bytes())), "{raw}");
        }
    }

    #[test]
    fn an_id_is_safe_in_a_file_name() {
        check_id("First Last_1234567").unwrap();
        let long = "x".repeat(LONGEST + 1);
        for id in [
            "", "..", ".x", " a", "a\u{a0}", "a/b", "a\\b", "a\nb", &long,
        ] {
            assert!(check_id(id).is_err(), "{id:?}");
        }
    }
}
