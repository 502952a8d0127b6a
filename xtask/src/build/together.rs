//! Many exercises of one lesson in one library, one model and one test binary: that costs little more than one of them.
//!
//! It must not be seen in any verdict. So whoever could see another exercise is left out from the beginning, and whoever
//! rustc has something to say about is left out as soon as it does: all these are built alone.

use std::path::Path;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::diagnostics::Report;
use super::workshop::Workshop;
use super::{Builder, Member};
use crate::paths;
use crate::tokens::{self, Lexed, word};

/// Errors in names hide errors in types, and these hide those of borrows; then come the tests.
const ATTEMPTS: usize = 4;

/// Words that reach out of an exercise's own module, or change the whole program.
const OUTWARD: [&str; 5] = [
    "crate",
    "super",
    "global_allocator",
    "macro_export",
    "macro_use",
];

/// Whether the program keeps to its own module: it would mean the same with others beside it.
pub(crate) fn keeps_to_itself(text: &str) -> bool {
    match tokens::of(text) {
        Lexed::Tokens(tokens) => !reaches_out(tokens),
        Lexed::TooDeep(_) | Lexed::NoRust => false,
    }
}

fn reaches_out(tokens: TokenStream) -> bool {
    let mut after_pub = false;
    tokens.into_iter().any(|token| {
        let is_visibility = std::mem::take(&mut after_pub);
        match token {
            TokenTree::Ident(_) => {
                let found = word(&token);
                after_pub = found == "pub";
                OUTWARD.contains(&found.as_str())
            }
            // `pub(crate)`, `pub(super)`
            TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis => {
                !is_visibility && reaches_out(group.stream())
            }
            TokenTree::Group(group) => reaches_out(group.stream()),
            TokenTree::Punct(_) | TokenTree::Literal(_) => false,
        }
    })
}

impl Builder<'_> {
    /// Builds as many of the members as can be built in one, without a word of rustc's. Gives for each whether it is
    /// among them; the tests are then [`Workshop::binary`].
    ///
    /// # Errors
    /// As [`Builder::build`].
    pub(crate) fn build_together(
        &self,
        members: &[Member<'_>],
        workshop: &Workshop,
    ) -> anyhow::Result<Vec<bool>> {
        let mut inside = vec![true; members.len()];
        let none = vec![false; members.len()];
        for _ in 0..ATTEMPTS {
            let chosen: Vec<Member<'_>> = members
                .iter()
                .zip(&inside)
                .filter(|(_, inside)| **inside)
                .map(|(member, _)| member.clone())
                .collect();
            if chosen.len() < 2 {
                return Ok(none);
            }
            let attempt = self.attempt(&chosen, workshop)?;
            let mut is_explained = true;
            for report in attempt.reports() {
                is_explained &= self.leave_out(report, members, &mut inside);
            }
            if !is_explained {
                return Ok(none);
            }
            if attempt.reports().all(|report| !report.failed) {
                return Ok(inside);
            }
        }
        Ok(none)
    }

    /// Leaves out those whom the messages are about. False when one is about nobody.
    fn leave_out(&self, report: &Report, members: &[Member<'_>], inside: &mut [bool]) -> bool {
        report.about.iter().all(|file| {
            let is_about = |member: &Member<'_>| {
                let tests = member.exercise.tests(self.course);
                let program = member.exercise.program(self.course);
                let shown = |own: &Path| {
                    let base = self.terms.base.filter(|base| own.starts_with(base));
                    paths::shown(base.unwrap_or(&self.course.root), own).to_string()
                };
                [&member.file, &tests, &program]
                    .into_iter()
                    .any(|own| shown(own) == *file)
            };
            let blamed = members.iter().position(is_about);
            if let Some(at) = blamed {
                inside[at] = false;
            }
            blamed.is_some()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_reaches_out_of_its_module_is_not_built_with_others() {
        for inward in [
            "pub(crate) fn f() { self::g() } pub(super) struct S;",
            "// crate::other\nfn f() { \"super::other\"; }",
        ] {
            assert!(keeps_to_itself(inward), "{inward}");
        }
        for outward in [
            "use crate::other::f;",
            "fn f() { super::other::f() }",
            "mod m { use crate::{other}; }",
            "fn f(g: crate::other::T) {}",
            "#[global_allocator] static A: S = S;",
            "#[macro_export] macro_rules! m { () => {} }",
            "#![macro_use] macro_rules! println { () => {} }",
            "#[r#macro_export] macro_rules! m { () => {} }",
            "no Rust \" at all",
        ] {
            assert!(!keeps_to_itself(outward), "{outward}");
        }
    }
}
