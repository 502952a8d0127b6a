//! Pages that open from a disk, need no network, and run nothing that a submission wrote.

mod chart;
pub(crate) mod index;
mod matrix;
mod roster;
pub(crate) mod student;

use maud::{DOCTYPE, Markup, PreEscaped, Render, html};

use super::text;

const STYLE: &str = include_str!("html/style.css");
const SORT: &str = include_str!("html/sort.js");
/// SHA-256 of `sort.js`, as the page's policy names it. A test says what it must be.
const SORT_HASH: &str = "sha256-Y+7pcMkQq5+sk8o1gfZHWpUIhNNF5aTGUwSA6+0W904=";

/// Hostile text on one line, apart from the direction of what stands around it.
struct Line<'a>(&'a str);

impl Render for Line<'_> {
    fn render(&self) -> Markup {
        html! { bdi { (text::line(self.0)) } }
    }
}

/// Hostile text of many lines; it can be scrolled by keyboard, and says what it is.
fn block(label: &str, hostile: &str) -> Markup {
    html! { pre tabindex="0" role="group" aria-label=(label) { (text::block(hostile)) } }
}

/// The whole document. The policy lets nothing in from anywhere, and runs no script but ours: also if some text should
/// ever escape its escaping.
fn document(title: &str, unsandboxed: bool, sorted: bool, body: &Markup) -> String {
    let script = if sorted { SORT_HASH } else { "none" };
    let policy = format!(
        "default-src 'none'; style-src 'unsafe-inline'; script-src '{script}'; base-uri 'none'; form-action 'none'"
    );
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                @if unsandboxed {
                    header.notice { strong { (super::class::UNSANDBOXED) } }
                }
                (body)
                @if sorted { script { (PreEscaped(SORT)) } }
            }
        }
    };
    page.into_string() + "\n"
}

#[cfg(test)]
mod tests;
