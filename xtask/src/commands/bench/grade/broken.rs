//! A program that does not compile, made of one that does: a token is taken out.

use std::iter;
use std::ops::Range;

use fastrand::Rng;
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use crate::tokens::{self, Lexed};

/// The text with a blank in the place of one bracket, brace, parenthesis or semicolon. None where there is no such token.
///
/// Without one of two brackets no program is Rust. A semicolon is taken only between a closing parenthesis and a word,
/// outside of macros: `f() g` is no Rust either.
pub(super) fn without_a_token(text: &str, rng: &mut Rng) -> Option<String> {
    let Lexed::Tokens(tokens) = tokens::of(text) else {
        return None;
    };
    let (mut brackets, mut semicolons) = (Vec::new(), Vec::new());
    collect(text, tokens, &mut brackets, &mut semicolons);
    // There are far more brackets, and a forgotten semicolon is as common.
    let from = if semicolons.is_empty() || rng.bool() {
        brackets
    } else {
        semicolons
    };
    let place = rng.choice(from)?;
    let mut broken = text.to_owned();
    // A blank, so that the tokens beside it stay two.
    broken.replace_range(place, " ");
    Some(broken)
}

fn collect(
    text: &str,
    tokens: TokenStream,
    brackets: &mut Vec<Range<usize>>,
    semicolons: &mut Vec<Range<usize>>,
) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| &tokens[before]);
        match token {
            TokenTree::Group(group) => {
                let Some(pair) = pair(text, group) else {
                    continue;
                };
                brackets.extend(pair);
                let mut of_macros = Vec::new();
                let is_of_macro = is_macro(&tokens[..at]);
                let semicolons = if is_of_macro {
                    &mut of_macros
                } else {
                    &mut *semicolons
                };
                collect(text, group.stream(), brackets, semicolons);
            }
            TokenTree::Punct(mark) if mark.as_char() == ';' => {
                let is_after_call = matches!(before, Some(TokenTree::Group(group))
                    if group.delimiter() == Delimiter::Parenthesis);
                if is_after_call && matches!(tokens.get(at + 1), Some(TokenTree::Ident(_))) {
                    semicolons.push(mark.span().byte_range());
                }
            }
            _ => {}
        }
    }
}

/// Whether what follows belongs to a macro: `name! …`, `macro_rules! name …`.
fn is_macro(before: &[TokenTree]) -> bool {
    let is_mark =
        |token: &TokenTree| matches!(token, TokenTree::Punct(mark) if mark.as_char() == '!');
    match before {
        [.., mark, TokenTree::Ident(_)] | [.., mark] => is_mark(mark),
        [] => false,
    }
}

/// Where the two brackets stand. None for a comment that documents: to the lexer it is an attribute in brackets.
fn pair(text: &str, group: &Group) -> Option<[Range<usize>; 2]> {
    let (open, close) = match group.delimiter() {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Brace => ("{", "}"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::None => return None,
    };
    let places = [group.span_open(), group.span_close()].map(|span| span.byte_range());
    let is = |(place, bracket): (&Range<usize>, &str)| text.get(place.clone()) == Some(bracket);
    iter::zip(&places, [open, close]).all(is).then_some(places)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    const PROGRAM: &str = "//! A [title].\n#![allow(dead_code)]\n/// Adds {\nfn add(a: u32) -> [u32; 1] {\n    \
                           print(a); println!(\"(;\"); [a]\n}\nmacro_rules! m { () => { f(); g() } }\n";

    /// Every way in which the program can be broken.
    fn all(text: &str) -> BTreeSet<String> {
        (0..2_000)
            .filter_map(|seed| without_a_token(text, &mut Rng::with_seed(seed)))
            .collect()
    }

    #[test]
    fn a_bracket_or_a_semicolon_is_missing_and_nothing_else() {
        let broken = all(PROGRAM);
        // `#![…]`, `(dead_code)`, `(a: u32)`, `[u32; 1]`, `{…}`, `(a)`, `("(;")`, `[a]`, and five of the macro: two each.
        assert_eq!(broken.len(), 2 * 13 + 1, "{broken:#?}");
        for text in broken {
            let changed = iter::zip(PROGRAM.chars(), text.chars()).filter(|(was, is)| was != is);
            let changed: Vec<(char, char)> = changed.collect();
            assert!(
                matches!(changed[..], [(token, ' ')] if "()[]{};".contains(token)),
                "{text}"
            );
        }
    }

    #[test]
    fn without_a_bracket_it_is_no_rust() {
        let is_rust = |text: &&String| matches!(tokens::of(text), Lexed::Tokens(_));
        let broken = all(PROGRAM);
        let rust: Vec<&String> = broken.iter().filter(is_rust).collect();
        assert_eq!(rust, [&PROGRAM.replace("print(a);", "print(a) ")]);
    }

    #[test]
    fn semicolons_without_which_it_might_compile_stay() {
        let tokens = |text: &str| {
            let (mut brackets, mut semicolons) = (vec![], vec![]);
            collect(text, text.parse().unwrap(), &mut brackets, &mut semicolons);
            semicolons.len()
        };
        assert_eq!(tokens("fn f() { return; g() }"), 0);
        assert_eq!(tokens("fn f() { g(); }"), 0);
        assert_eq!(tokens("fn f() { g(); (1) }"), 0);
        assert_eq!(tokens("fn f() { quote!(g(); h()) }"), 0);
        assert_eq!(tokens("fn f() { g(); h() }"), 1);
    }
}
