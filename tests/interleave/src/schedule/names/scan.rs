//! Walks backwards from a constructor to the name that its value gets.

use super::pattern;

/// Lines that are looked at before the constructor's own.
pub(super) const LINES: usize = 12;

/// The name that the expression right after `text` gets.
///
/// What stands before an expression decides: `=` a `let`, `static` or assignment; `:` a field; `(`, `[`, `{` and `,` an
/// expression around it, which is looked at in the same way.
pub(super) fn name_before(text: &str) -> Option<String> {
    let mut rest = text.trim_end();
    let mut position = Position::default();
    loop {
        let last = rest.chars().next_back()?;
        let before = &rest[..rest.len() - last.len_utf8()];
        rest = match last {
            '=' => return pattern::assigned(before.trim_end(), &position),
            ':' if !before.ends_with(':') => return position.name(&ident_at_end(before)?),
            '(' => out_of_call(before.trim_end(), &mut position)?,
            '[' => {
                position.element = Some(position.commas);
                position.commas = 0;
                before.trim_end().trim_end_matches("vec!").trim_end()
            }
            '{' => out_of_block(before.trim_end(), &mut position)?,
            ',' => {
                position.commas += 1;
                skip_expression(before)?
            }
            '|' => closure_head(before)?,
            '&' | '*' => before.trim_end(),
            _ => prefix_word(rest)?,
        };
    }
}

/// Where in the expressions around it the constructor stands.
#[derive(Default)]
pub(super) struct Position {
    /// Commas passed since the last bracket.
    commas: usize,
    /// Its index in an array.
    element: Option<usize>,
    /// Its index in a tuple.
    pub(super) tuple: Option<usize>,
    /// `[const { … }; n]`: one expression for many values.
    repeated: bool,
}

impl Position {
    pub(super) fn name(&self, name: &str) -> Option<String> {
        Some(match (self.element, self.tuple) {
            (Some(index), _) if !self.repeated => format!("{name}[{index}]"),
            (None, Some(index)) => format!("{name}.{index}"),
            _ => name.to_owned(),
        })
    }
}

/// `Arc::new(`, `.map(`, `Some(`: the call takes the place of its argument. A tuple's bracket has no callee.
fn out_of_call<'a>(before: &'a str, position: &mut Position) -> Option<&'a str> {
    let callee_at = before.trim_end_matches(|c: char| c.is_alphanumeric() || "_:<>".contains(c));
    let callee = &before[callee_at.len()..];
    if callee.is_empty() {
        position.tuple = Some(position.commas);
        position.commas = 0;
        return Some(before);
    }
    let function = callee.rsplit("::").next().unwrap_or(callee);
    position.commas = 0;
    if let Some(receiver) = callee_at.strip_suffix('.') {
        let receiver = skip_chain(receiver)?;
        return match function {
            "map" | "flat_map" => Some(receiver),
            _ => None,
        };
    }
    // `Some(` and the learner's own `Tickets(` are constructors too.
    let constructor = function.starts_with(char::is_uppercase) && function != "Self";
    let wraps =
        constructor || ["new", "from", "pin", "from_fn", "leak", "repeat_with"].contains(&function);
    wraps.then_some(callee_at.trim_end())
}

/// The text before a chain of calls such as `(0..n).map`: `let forks: Vec<_> =`.
pub(super) fn skip_chain(text: &str) -> Option<&str> {
    let mut rest = text.trim_end();
    loop {
        // One link of the chain: a name, and the brackets behind it.
        while rest.ends_with([')', ']']) {
            rest = &rest[..opener(rest)?];
        }
        rest = rest.trim_end_matches(|c: char| c.is_alphanumeric() || "_:<>".contains(c));
        match rest.strip_suffix('.') {
            Some(more) => rest = more.trim_end(),
            None => return Some(rest.trim_end()),
        }
    }
}

/// A struct literal or a block whose last expression is the value.
fn out_of_block<'a>(before: &'a str, position: &mut Position) -> Option<&'a str> {
    // `let x = {`, `|_| {`, `const {`; a function's body or a loop gives no name.
    if before.ends_with(['=', '|']) {
        return Some(before);
    }
    position.repeated = before.ends_with("const");
    before.strip_suffix("const").map(str::trim_end)
}

/// Before `|_|`: the bracket or `=` that the closure stands after.
fn closure_head(before: &str) -> Option<&str> {
    let head = &before[..before.rfind('|')?];
    let head = head.trim_end();
    Some(head.strip_suffix("move").map_or(head, str::trim_end))
}

/// The text before the expression that ends here and is followed by a comma: up to the next comma or opening bracket.
fn skip_expression(text: &str) -> Option<&str> {
    let mut rest = text;
    loop {
        match rest.chars().next_back()? {
            ')' | ']' | '}' => rest = &rest[..opener(rest)?],
            ',' | '(' | '[' | '{' => return Some(rest.trim_end()),
            ';' => return None,
            c => rest = &rest[..rest.len() - c.len_utf8()],
        }
    }
}

/// `move`, `return` and the like before the value; a path's beginning.
fn prefix_word(rest: &str) -> Option<&str> {
    let start = rest.trim_end_matches(|c: char| c.is_alphanumeric() || "_:".contains(c));
    let word = &rest[start.len()..];
    (["move", "mut", "unsafe"].contains(&word) || word.ends_with("::")).then(|| start.trim_end())
}

/// Where the bracket that the text ends with was opened.
fn opener(text: &str) -> Option<usize> {
    let mut depth = 0;
    for (at, c) in text.char_indices().rev() {
        match c {
            ')' | ']' | '}' => depth += 1,
            '(' | '[' | '{' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

/// The identifier that the text ends with.
pub(super) fn ident_at_end(text: &str) -> Option<String> {
    let text = text.trim_end();
    let start = text
        .trim_end_matches(|c: char| c.is_alphanumeric() || c == '_')
        .len();
    let ident = &text[start..];
    ident
        .starts_with(|c: char| c.is_alphabetic() || c == '_')
        .then(|| ident.to_owned())
}
