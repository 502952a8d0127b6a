//! Which tests there are, read from their source: what is expected to run must not be asked of the program under test.

use std::fs;
use std::str::FromStr;

use anyhow::{Context, anyhow, bail};
use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::course::{Course, Exercise};
use crate::verdict::Claim;

/// One test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Test {
    /// `counter::no_interleaving_loses_an_update`
    pub(crate) name: String,
    /// What its `#[claim(…)]` says.
    pub(crate) claim: Claim,
}

impl Test {
    /// Whether it explores interleavings: its verdict is then the same every time, and is asked for first.
    pub(crate) fn is_explored(&self) -> bool {
        self.claim == Claim::EveryInterleaving
    }
}

/// The exercise's tests, in the order of the file.
///
/// # Errors
/// When the file cannot be read, holds no test, or a test without a claim.
pub(crate) fn of(course: &Course, exercise: &Exercise) -> anyhow::Result<Vec<Test>> {
    let path = exercise.tests(course);
    let text = fs::read_to_string(&path).with_context(|| {
        format!(
            "failed to read {}; `cargo xtask reset {}` brings it back",
            path.display(),
            exercise.id
        )
    })?;
    let tests = read(&text, &exercise.id.name)
        .with_context(|| format!("failed to read the tests in {}", path.display()))?;
    if tests.is_empty() {
        bail!(
            "{} holds no test; `cargo xtask reset {}` brings it back",
            path.display(),
            exercise.id
        );
    }
    Ok(tests)
}

fn read(text: &str, module: &str) -> anyhow::Result<Vec<Test>> {
    let tokens = TokenStream::from_str(text).map_err(|error| anyhow!("it is no Rust: {error}"))?;
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let (mut claim, mut is_test, mut tests) = (None, false, Vec::new());
    for pair in tokens.windows(2) {
        match pair {
            [TokenTree::Punct(mark), TokenTree::Group(attribute)] if mark.as_char() == '#' => {
                is_test |= attribute.stream().to_string() == "test";
                claim = claim.or(claim_in(attribute.stream())?);
            }
            [TokenTree::Ident(word), TokenTree::Ident(name)] if word == "fn" => {
                match (is_test, claim) {
                    (true, Some(claim)) => tests.push(Test {
                        name: format!("{module}::{name}"),
                        claim,
                    }),
                    (true, None) => bail!("the test `{name}` has no #[claim(…)]"),
                    (false, _) => {}
                }
                (claim, is_test) = (None, false);
            }
            _ => {}
        }
    }
    Ok(tests)
}

/// The claim in `claim(value)`; none when it is another attribute.
fn claim_in(attribute: TokenStream) -> anyhow::Result<Option<Claim>> {
    let tokens: Vec<TokenTree> = attribute.into_iter().collect();
    let [TokenTree::Ident(word), TokenTree::Group(name)] = tokens.as_slice() else {
        return Ok(None);
    };
    if word != "claim" || name.delimiter() != Delimiter::Parenthesis {
        return Ok(None);
    }
    let name = name.stream().to_string();
    Claim::named(&name)
        .map(Some)
        .with_context(|| format!("no claim is called `{name}`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_are_listed_in_the_order_of_the_file_with_their_claims() {
        let text = "
            fn helper() {}
            #[test]
            #[claim(value)]
            fn one() {}
            // #[test] #[claim(value)] fn commented() {}
            #[claim(every_interleaving)]
            #[test]
            fn two() { let text = \"#[test] fn quoted() {}\"; }";
        let tests = read(text, "counter").unwrap();
        let names: Vec<_> = tests
            .iter()
            .map(|test| (test.name.as_str(), test.claim))
            .collect();
        assert_eq!(
            names,
            [
                ("counter::one", Claim::Value),
                ("counter::two", Claim::EveryInterleaving)
            ]
        );
    }

    #[test]
    fn a_test_without_a_claim_is_an_error() {
        let error = read("#[test] fn one() {}", "counter").unwrap_err();
        assert!(
            error.to_string().contains("`one` has no #[claim"),
            "{error}"
        );
    }
}
