//! A program as a sequence of numbers that renaming and layout do not change.

use std::str::FromStr;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

const NAME: u32 = 1;
const LITERAL: u32 = 2;
const LIFETIME: u32 = 3;
/// Keywords are numbered from here; characters are their own number and lie above.
const KEYWORD: u32 = 0x0020_0000;

/// In the order of their bytes.
const KEYWORDS: [&str; 37] = [
    "Self", "as", "async", "await", "break", "const", "continue", "crate", "dyn", "else", "enum",
    "extern", "false", "fn", "for", "if", "impl", "in", "let", "loop", "match", "mod", "move",
    "mut", "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true", "type",
    "use", "where", "while",
];

/// The numbers of a program's tokens; none if it is no Rust.
///
/// Nesting is followed with a stack of its own: a stranger's brackets may be deeper than the thread's.
pub(super) fn of(text: &str) -> Option<Vec<u32>> {
    let stream = TokenStream::from_str(text).ok();
    let numbers = stream.map(flat);
    crate::tokens::forget();
    numbers
}

fn flat(stream: TokenStream) -> Vec<u32> {
    let mut numbers = Vec::new();
    let mut open = vec![(stream.into_iter(), None)];
    while let Some((tokens, close)) = open.last_mut() {
        match tokens.next() {
            None => {
                numbers.extend(*close);
                open.pop();
            }
            Some(TokenTree::Group(group)) if is_doc(&group) => {}
            Some(TokenTree::Group(group)) => {
                let (left, right) = brackets(group.delimiter());
                numbers.extend(left);
                open.push((group.stream().into_iter(), right));
            }
            Some(TokenTree::Ident(name)) => numbers.push(of_name(&name.to_string())),
            Some(TokenTree::Punct(mark)) if mark.as_char() == '\'' => numbers.push(LIFETIME),
            Some(TokenTree::Punct(mark)) => numbers.push(mark.as_char().into()),
            Some(TokenTree::Literal(_)) => numbers.push(LITERAL),
        }
    }
    numbers
}

fn of_name(name: &str) -> u32 {
    let at = KEYWORDS.binary_search(&name).ok();
    at.and_then(|at| u32::try_from(at).ok())
        .map_or(NAME, |at| KEYWORD + at)
}

/// A comment for the documentation: the lexer makes it `#[doc = "…"]`.
fn is_doc(group: &Group) -> bool {
    let mut tokens = group.stream().into_iter();
    group.delimiter() == Delimiter::Bracket
        && matches!(tokens.next(), Some(TokenTree::Ident(name)) if name == "doc")
        && matches!(tokens.next(), Some(TokenTree::Punct(mark)) if mark.as_char() == '=')
}

fn brackets(delimiter: Delimiter) -> (Option<u32>, Option<u32>) {
    let of = |left: char, right: char| (Some(left.into()), Some(right.into()));
    match delimiter {
        Delimiter::Parenthesis => of('(', ')'),
        Delimiter::Brace => of('{', '}'),
        Delimiter::Bracket => of('[', ']'),
        Delimiter::None => (None, None),
    }
}
