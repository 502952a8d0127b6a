//! The tokens of a program that somebody else wrote: nothing in it may bring the reader down.

use std::str::FromStr;

use proc_macro2::{TokenStream, TokenTree};

/// More than any program needs. Whoever goes through the tokens may then do so by recursion.
pub(crate) const DEEPEST: usize = 128;

/// What a text is.
#[derive(Debug)]
pub(crate) enum Lexed {
    /// Tokens, in brackets of bounded depth.
    Tokens(TokenStream),
    /// Brackets in brackets in brackets, too many; with the line, from 1.
    TooDeep(usize),
    /// No Rust: a bracket without its partner, a text without its end.
    NoRust,
}

/// Takes the text apart.
pub(crate) fn of(text: &str) -> Lexed {
    match TokenStream::from_str(text) {
        Ok(tokens) => {
            too_deep(tokens.clone()).map_or_else(|| Lexed::Tokens(tokens), Lexed::TooDeep)
        }
        Err(_) => Lexed::NoRust,
    }
}

/// Forgets every text that this thread has taken apart: the lexer keeps them all for its spans, until it is told that
/// none is left. Whoever still holds tokens must not ask them for their lines.
pub(crate) fn forget() {
    proc_macro2::extra::invalidate_current_thread_spans();
}

/// The line where the brackets are too many. Without recursion, since that is what they are there to exhaust.
fn too_deep(tokens: TokenStream) -> Option<usize> {
    let mut open = vec![tokens.into_iter()];
    while let Some(level) = open.last_mut() {
        match level.next() {
            Some(TokenTree::Group(group)) if open.len() > DEEPEST => {
                return Some(group.span_open().start().line);
            }
            Some(TokenTree::Group(group)) => open.push(group.stream().into_iter()),
            Some(_) => {}
            None => {
                open.pop();
            }
        }
    }
    None
}

/// The word or the mark, and nothing for brackets, which may be long. `r#path` means the same as `path`.
pub(crate) fn word(token: &TokenTree) -> String {
    match token {
        TokenTree::Ident(word) => {
            let word = word.to_string();
            word.strip_prefix("r#").map(str::to_owned).unwrap_or(word)
        }
        TokenTree::Punct(mark) => mark.to_string(),
        TokenTree::Group(_) | TokenTree::Literal(_) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nested(depth: usize) -> String {
        format!("\n{}1{}", "(".repeat(depth), ")".repeat(depth))
    }

    #[test]
    fn brackets_that_are_too_many_are_found_whatever_their_number() {
        assert!(matches!(of(&nested(DEEPEST)), Lexed::Tokens(_)));
        for depth in [DEEPEST + 1, 200_000] {
            assert!(
                matches!(of(&nested(depth)), Lexed::TooDeep(2)),
                "{depth} brackets"
            );
        }
    }

    #[test]
    fn a_text_that_is_forgotten_leaves_its_place_to_the_next_one() {
        let place = || {
            let Lexed::Tokens(tokens) = of("word") else {
                panic!("it is Rust");
            };
            let first = tokens.into_iter().next().unwrap();
            format!("{:?}", first.span())
        };
        forget();
        let first = place();
        assert_ne!(place(), first);
        forget();
        assert_eq!(place(), first);
    }

    #[test]
    fn a_raw_word_is_the_word() {
        let tokens: TokenStream = "r#path path ! (a b)".parse().unwrap();
        let words: Vec<String> = tokens.into_iter().map(|token| word(&token)).collect();
        assert_eq!(words, ["path", "path", "!", ""]);
    }
}
