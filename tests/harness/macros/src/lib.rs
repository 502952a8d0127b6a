//! The attribute [`macro@claim`]. No parser is needed for it: the name stands after `fn`, the body is the last group.

use proc_macro::{Delimiter, Group, TokenStream, TokenTree};

/// Names what a test claims: `#[claim(value)]` above or below `#[test]`.
///
/// The body then runs inside `harness::run_claim`, which writes one record when the test starts and one when it ends,
/// so that a test that never ended (an `exit(0)` in the code under test, an abort, a kill) cannot look like a pass.
///
/// The claims are those of `harness::Claim`: `value`, `snapshot`, `every_interleaving`, `together`, `nothing_left`,
/// `cost`.
#[proc_macro_attribute]
pub fn claim(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let mut tokens: Vec<TokenTree> = item.into_iter().collect();
    let name = tokens
        .iter()
        .skip_while(|t| t.to_string() != "fn")
        .nth(1)
        .map(ToString::to_string);
    let (Some(name), Some(TokenTree::Group(body))) = (name, tokens.pop()) else {
        return error("#[claim] stands above a test function");
    };
    let wrapped = format!(
        "{{ ::harness::run_claim(\"{arguments}\", ::core::concat!(::core::module_path!(), \"::\", \"{name}\"), move || BODY) }}"
    );
    let Ok(wrapped) = wrapped.parse::<TokenStream>() else {
        return error("#[claim(…)] takes one name");
    };
    tokens.extend(replace_body(wrapped, &body));
    tokens.into_iter().collect()
}

/// Puts the test's own body, with its own spans, where the word `BODY` stands.
fn replace_body(tokens: TokenStream, body: &Group) -> TokenStream {
    tokens
        .into_iter()
        .map(|token| match token {
            TokenTree::Ident(word) if word.to_string() == "BODY" => {
                TokenTree::Group(Group::new(Delimiter::Brace, body.stream()))
            }
            TokenTree::Group(group) => TokenTree::Group(Group::new(
                group.delimiter(),
                replace_body(group.stream(), body),
            )),
            other => other,
        })
        .collect()
}

fn error(message: &str) -> TokenStream {
    format!("compile_error!({message:?});")
        .parse()
        .unwrap_or_default()
}
