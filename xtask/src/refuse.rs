//! What an exercise must not reach for, though it compiles: it would pass by the model, and the verdict would be about
//! another program than the learner's.
//!
//! This is about honest programs. Whoever wants to deceive can build these names with a macro.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::tokens::{self, Lexed, word};

/// Something that is refused.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    /// From 1.
    pub(crate) line: usize,
    /// What stands there.
    pub(crate) what: &'static str,
    /// What to write in its place, and why.
    pub(crate) instead: &'static str,
}

/// The first refusal in the program. Comments and texts do not count.
///
/// What is no Rust is not refused here: rustc says it better.
pub(crate) fn find(text: &str) -> Option<Refusal> {
    match tokens::of(text) {
        Lexed::Tokens(tokens) => in_tokens(tokens),
        Lexed::TooDeep(line) => Some(Refusal {
            line,
            what: "brackets in brackets, more than 128 deep,",
            instead: "write it in steps",
        }),
        Lexed::NoRust => None,
    }
}

fn in_tokens(tokens: TokenStream) -> Option<Refusal> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        let found = match token {
            TokenTree::Ident(_) => of_word(&word(token), &tokens[at..]),
            TokenTree::Group(group)
                if group.delimiter() == Delimiter::Bracket && is_mark(&tokens, at, '#') =>
            {
                of_attribute(group.stream())
            }
            _ => None,
        };
        if let Some((what, instead)) = found {
            return Some(Refusal {
                line: token.span().start().line,
                what,
                instead,
            });
        }
        if let TokenTree::Group(group) = token
            && let Some(found) = in_tokens(group.stream())
        {
            return Some(found);
        }
    }
    None
}

type Found = Option<(&'static str, &'static str)>;

/// `from` begins with the word.
fn of_word(first: &str, from: &[TokenTree]) -> Found {
    let next = from.get(1).map(word);
    match (first, next.as_deref()) {
        ("core", Some(":")) => of_core(from.get(3)?),
        ("core", Some("as")) => Some((
            "`core` under another name",
            "name it `std`: that is what is explored",
        )),
        ("extern", Some("crate")) if from.get(2).is_some_and(|name| word(name) == "core") => {
            Some((
                "`extern crate core`",
                "name it `std`: that is what is explored",
            ))
        }
        // A path, and not a field or a parameter of that name.
        ("parking_lot" | "tokio" | "async_std", Some(":"))
            if from.get(2).is_some_and(|token| word(token) == ":") =>
        {
            Some((
                "a crate with locks of its own",
                "write `std::sync` and `std::thread`: that is what is explored",
            ))
        }
        ("include" | "include_str" | "include_bytes", Some("!")) => Some((
            "`include!`",
            "write it into this file: an exercise is decided by this file alone",
        )),
        _ => None,
    }
}

/// What stands behind `core::`.
fn of_core(token: &TokenTree) -> Found {
    let inside = match token {
        TokenTree::Group(group) => group
            .stream()
            .into_iter()
            .map(|token| word(&token))
            .collect(),
        token => vec![word(token)],
    };
    inside.iter().find_map(|name| match name.as_str() {
        "sync" => Some((
            "`core::sync`",
            "write `std::sync`: that is what is explored",
        )),
        "hint" => Some((
            "`core::hint`",
            "write `std::hint`: that is what is explored",
        )),
        "self" | "*" => Some(("all of `core`", "name it `std`: that is what is explored")),
        _ => None,
    })
}

fn of_attribute(attribute: TokenStream) -> Found {
    says_path(attribute).then_some((
        "`#[path]`",
        "write it into this file: an exercise is decided by this file alone",
    ))
}

/// `path = "…"`, also inside of `cfg_attr(…)`.
fn says_path(attribute: TokenStream) -> bool {
    let tokens: Vec<TokenTree> = attribute.into_iter().collect();
    tokens
        .windows(2)
        .any(|pair| word(&pair[0]) == "path" && word(&pair[1]) == "=")
        || tokens
            .into_iter()
            .any(|token| matches!(token, TokenTree::Group(group) if says_path(group.stream())))
}

fn is_mark(tokens: &[TokenTree], at: usize, mark: char) -> bool {
    let before = |back: usize| at.checked_sub(back).and_then(|at| tokens.get(at)).map(word);
    let mark = mark.to_string();
    before(1).as_deref() == Some(&mark)
        || (before(1).as_deref() == Some("!") && before(2).as_deref() == Some(&mark))
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn what_passes_by_the_model_is_refused_with_its_line() {
        for program in [
            "\nuse core::sync::atomic::AtomicU64;",
            "\nuse core::{cell::Cell, sync::atomic::AtomicU64};",
            "\nfn f() { ::core::hint::spin_loop() }",
            "\nuse parking_lot::Mutex;",
            "\nfn f() { tokio::spawn(async {}); }",
            "\nuse core as c;",
            "\nuse core::{self};",
            "\nextern crate core as c;",
            "\ninclude!(\"other.rs\");",
            "\n#[path = \"other.rs\"] mod other;",
            "\n#[cfg_attr(all(), path = \"other.rs\")] mod other;",
            "\n#[r#path = \"other.rs\"] mod other;",
            "\nr#include!(\"other.rs\");",
        ] {
            assert_eq!(
                find(program).map(|refusal| refusal.line),
                Some(2),
                "{program}"
            );
        }
    }

    #[test]
    fn brackets_without_end_are_refused() {
        let program = format!("\n{}{}", "(".repeat(100_000), ")".repeat(100_000));
        assert_eq!(find(&program).map(|refusal| refusal.line), Some(2));
    }

    #[test]
    fn ordinary_programs_are_not_refused() {
        for program in [
            "use std::sync::atomic::AtomicU64;",
            "fn f() { for core in 0..4 { println!(\"{core}\") } }",
            "// use core::sync::atomic::AtomicU64;",
            "/* extern crate alloc; */ const TEXT: &str = \"include!(x)\";",
            "use core::fmt;",
            "use core::cell::Cell; fn path() {}",
            "extern \"C\" fn f() {}",
            "struct Car { parking_lot: u32 }",
            "fn f( {",
        ] {
            assert_eq!(find(program), None, "{program}");
        }
    }
}
