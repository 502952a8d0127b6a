//! The crate roots that exercises are built with: the lesson's own, with only these exercises left in them.

use std::fs;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use anyhow::{Context, anyhow};
use proc_macro2::{Literal, TokenStream, TokenTree};
use quote::quote;

use super::Member;
use crate::course::{Course, Exercise, Lesson};
use crate::run::place::Place;

/// `src/lib.rs` with the members as its only exercises, by the paths by which they are known at the place.
///
/// # Errors
/// When `lib.rs` cannot be read, or is no Rust.
pub(super) fn library(
    lesson: &Lesson,
    members: &[Member<'_>],
    place: &dyn Place,
) -> anyhow::Result<String> {
    let file = |member: &Member<'_>| place.inside(&member.file);
    of(lesson, members, &lesson.dir.join("src/lib.rs"), &file)
}

/// `tests/lesson/main.rs` with the members' tests only. What else stands there stays: helpers, a global allocator.
///
/// # Errors
/// When `main.rs` cannot be read, or is no Rust.
pub(super) fn tests(
    course: &Course,
    lesson: &Lesson,
    members: &[Member<'_>],
) -> anyhow::Result<String> {
    let file = |member: &Member<'_>| member.exercise.tests(course);
    of(
        lesson,
        members,
        &lesson.dir.join("tests/lesson/main.rs"),
        &file,
    )
}

fn of(
    lesson: &Lesson,
    members: &[Member<'_>],
    root: &Path,
    file: &dyn Fn(&Member<'_>) -> PathBuf,
) -> anyhow::Result<String> {
    let text =
        fs::read_to_string(root).with_context(|| format!("failed to read {}", root.display()))?;
    let tokens = TokenStream::from_str(&text)
        .map_err(|error| anyhow!("{} is no Rust: {error}", root.display()))?;
    let folder = root.parent().unwrap_or(root);
    let place = |module: &str| {
        let is_exercise = |exercise: &Exercise| exercise.id.name == module;
        match members.iter().find(|member| is_exercise(member.exercise)) {
            Some(member) => Some(file(member)),
            None if lesson.exercises.iter().any(is_exercise) => None,
            None => Some(folder.join(format!("{module}.rs"))),
        }
    };
    Ok(keep(tokens, &|module| {
        Some(place(module)?.to_string_lossy().into_owned())
    })
    .to_string())
}

/// Gives every `mod name;` the path that `place` says, or drops it with its attributes where it says none.
fn keep(tokens: TokenStream, place: &dyn Fn(&str) -> Option<String>) -> TokenStream {
    let mut kept = TokenStream::new();
    let mut item: Vec<TokenTree> = Vec::new();
    for token in tokens {
        let ends = matches!(&token, TokenTree::Punct(mark) if mark.as_char() == ';')
            || matches!(&token, TokenTree::Group(group) if group.delimiter() == proc_macro2::Delimiter::Brace);
        item.push(token);
        if ends {
            let item = std::mem::take(&mut item);
            match module_of(&item) {
                Some(module) => kept.extend(place(&module).map(|path| declaration(&item, &path))),
                None => kept.extend(item),
            }
        }
    }
    kept.extend(item);
    kept
}

/// The name in `mod name;`.
fn module_of(item: &[TokenTree]) -> Option<String> {
    match item {
        [
            ..,
            TokenTree::Ident(word),
            TokenTree::Ident(name),
            TokenTree::Punct(_),
        ] if word == "mod" => Some(name.to_string()),
        _ => None,
    }
}

/// The declaration without its own attributes, which say where the file stands in the lesson; inner ones stay.
fn declaration(item: &[TokenTree], path: &str) -> TokenStream {
    let path = Literal::string(path);
    let first = item.len() - 3;
    let visible =
        matches!(item.get(first.wrapping_sub(1)), Some(TokenTree::Ident(word)) if word == "pub");
    let public = visible.then(|| quote!(pub));
    let name = &item[first + 1];
    let inner = item[..first]
        .windows(3)
        .filter(|three| matches!(&three[1], TokenTree::Punct(mark) if mark.as_char() == '!'))
        .flatten();
    quote!(#(#inner)* #[path = #path] #public mod #name;)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(text: &str) -> String {
        let place = |module: &str| (module != "other").then(|| format!("/at/{module}.rs"));
        keep(text.parse().unwrap(), &place).to_string()
    }

    #[test]
    fn other_exercises_are_left_out_with_their_attributes() {
        let text = "#[cfg_attr(feature = \"solution\", path = \"x.rs\")] pub mod other;
            #[cfg_attr(feature = \"solution\", path = \"x.rs\")] pub mod counter;";
        assert_eq!(
            kept(text),
            "# [path = \"/at/counter.rs\"] pub mod counter ;"
        );
    }

    #[test]
    fn what_else_stands_in_the_root_stays() {
        let text = "//! Lesson.\n mod counter; #[global_allocator] static A: X = X; mod inner { fn f() {} }";
        let kept = kept(text);
        assert!(kept.contains("doc = \" Lesson.\""), "{kept}");
        assert!(
            kept.contains("# [path = \"/at/counter.rs\"] mod counter ;"),
            "{kept}"
        );
        assert!(
            kept.contains("# [global_allocator] static A : X = X ;"),
            "{kept}"
        );
        assert!(kept.contains("mod inner { fn f () { } }"), "{kept}");
    }
}
