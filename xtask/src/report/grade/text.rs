//! Hostile text, made harmless in every format: what cannot be seen is made visible, and what is too long is clipped.

use std::borrow::Cow;

/// What a report shows of one message, schedule or output of the compiler, in bytes.
pub(crate) const LONGEST: usize = 16 * 1024;
/// What a report shows of a name or a path, in bytes.
const LONGEST_LINE: usize = 200;

/// Text of several lines: line feeds and tabs stay, everything else that steers a screen or a reader's eye is shown as
/// what it is.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| c != '\n' && steers(c)) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\n' | '\t' => shown.push(c),
            c if steers(c) => push_named(&mut shown, c),
            c => shown.push(c),
        }
    }
    Cow::Owned(shown)
}

/// Text for one line: line feeds and tabs are blanks.
pub(crate) fn line(text: &str) -> String {
    visible(&clipped(text.trim(), LONGEST_LINE)).replace(['\n', '\t'], " ")
}

/// Text of several lines, not longer than a report can bear.
pub(crate) fn block(text: &str) -> String {
    visible(&clipped(text.trim_end(), LONGEST)).into_owned()
}

/// At most that many bytes of it, and how much is missing.
pub(crate) fn clipped(text: &str, bytes: usize) -> Cow<'_, str> {
    if text.len() <= bytes {
        return Cow::Borrowed(text);
    }
    let boundary = (0..=bytes).rev().find(|at| text.is_char_boundary(*at));
    let kept = &text[..boundary.unwrap_or(0)];
    let rest = text.len() - kept.len();
    Cow::Owned(format!("{kept}… ({rest} more bytes, in grades.jsonl)"))
}

/// Points without needless zeros: `3`, `2.5`, `0.67`.
pub(crate) fn number(points: f64) -> String {
    format!("{}", (points * 100.0).round() / 100.0)
}

/// Whether it is obeyed and not shown: control characters, changes of direction, and what has no width at all. The two
/// joiners stay: many scripts and emoji need them, and they move nothing.
fn steers(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
            | '\u{fff0}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}' | '\u{e0000}'..='\u{e0fff}')
}

/// The picture that Unicode has for the old control characters, or the code.
fn push_named(shown: &mut String, c: char) {
    match c {
        '\u{7f}' => shown.push('␡'),
        '\0'..='\u{1f}' => shown.extend(char::from_u32(0x2400 + c as u32)),
        c => shown.extend(c.escape_unicode()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_a_terminal_or_the_eye_is_shown_as_what_it_is() {
        assert_eq!(visible("a\u{1b}[31m\0\u{7f}\u{9b}b"), "a␛[31m␀␡\\u{9b}b");
        assert_eq!(visible("abc\u{202e}cod.exe"), "abc\\u{202e}cod.exe");
        assert_eq!(visible("one\r\ntwo\rthree\tfour"), "one\ntwo␍three\tfour");
    }

    #[test]
    fn names_of_all_scripts_stay_as_they_are() {
        for name in ["Zoë", "e\u{301}", "مریم", "می\u{200c}خواهم", "👩‍💻", "日本"]
        {
            assert_eq!(visible(name), name);
        }
    }

    #[test]
    fn a_line_is_one_line() {
        assert_eq!(line(" a\nb\tc\u{2028}d "), "a b c\\u{2028}d");
    }

    #[test]
    fn a_long_text_says_how_much_is_missing_and_is_cut_between_characters() {
        assert_eq!(clipped("aéé", 2), "a… (4 more bytes, in grades.jsonl)");
        assert!(block(&"x\n".repeat(1_000_000)).len() < LONGEST + 100);
    }

    #[test]
    fn points_have_no_needless_zeros() {
        assert_eq!(
            [3.0, 2.5, 0.67, 0.1 + 0.2].map(number),
            ["3", "2.5", "0.67", "0.3"]
        );
    }
}
