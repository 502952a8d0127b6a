//! `submission.toml`: who handed in, and when, where the school's tool writes it.
//!
//! ```toml
//! id = "jane"                              # in place of the folder's name
//! submitted = 2026-10-01T23:10:00+02:00    # RFC 3339, with its offset
//! [student]
//! name = "Jane Doe"
//! email = "jane@example.org"
//! number = "12345"
//! login = "jdoe"
//! section = "A"
//! ```

use anyhow::{Context, anyhow, bail};
use jiff::Timestamp;
use serde::Deserialize;

use super::entry::{Entry, What};
use super::{layout, name};
use crate::grade::record::Student;

/// Its name.
pub(super) const FILE: &str = "submission.toml";

/// What it says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    /// In place of the folder's name.
    pub(super) id: Option<String>,
    /// Who.
    pub(super) student: Option<Student>,
    /// When.
    pub(super) submitted: Option<Timestamp>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Toml {
    id: Option<String>,
    student: Option<Student>,
    submitted: Option<toml::Value>,
}

/// Whether this path is asked for.
pub(super) fn is(path: &str) -> bool {
    let file = path.rsplit('/').next().unwrap_or(path);
    file.eq_ignore_ascii_case(FILE) && layout::outside(path).is_none()
}

/// Reads the one that lies closest to the top, and says which it was; none if there is none.
///
/// # Errors
/// It cannot be taken, or does not have its form, or two lie equally close.
pub(super) fn find(entries: &[Entry]) -> anyhow::Result<Option<(&str, Manifest)>> {
    let depth = |entry: &Entry| entry.path.matches('/').count();
    let all = || entries.iter().filter(|entry| is(&entry.path));
    let Some(top) = all().map(depth).min() else {
        return Ok(None);
    };
    let mut closest = all().filter(|entry| depth(entry) == top);
    let (first, second) = (closest.next(), closest.next());
    match (first, second) {
        (Some(one), None) => match &one.what {
            What::Text(text) => Ok(Some((&one.path, read(text)?))),
            What::Unfit(why) => bail!("{why}"),
            What::Other => bail!("it was not read"),
        },
        _ => bail!("there are two, and neither lies closer to the top"),
    }
}

fn read(text: &str) -> anyhow::Result<Manifest> {
    let toml: Toml = toml::from_str(text).map_err(|error| anyhow!("{}", error.message()))?;
    if let Some(id) = &toml.id {
        name::check_id(id)?;
    }
    if let Some(student) = &toml.student {
        check(student)?;
    }
    Ok(Manifest {
        id: toml.id,
        student: toml.student,
        submitted: toml.submitted.as_ref().map(time).transpose()?,
    })
}

fn time(value: &toml::Value) -> anyhow::Result<Timestamp> {
    let text = match value {
        toml::Value::Datetime(time) => time.to_string(),
        toml::Value::String(text) => text.clone(),
        _ => bail!("`submitted` is a time, like 2026-10-01T23:10:00+02:00"),
    };
    text.parse()
        .context("`submitted` is a time with its offset, like 2026-10-01T23:10:00+02:00")
}

fn check(student: &Student) -> anyhow::Result<()> {
    let Student {
        name,
        email,
        number,
        login,
        section,
    } = student;
    for text in [name, email, number, login, section].into_iter().flatten() {
        if text.chars().count() > 200 || text.chars().any(name::is_odd) {
            bail!("what it says of the student is too long, or has control characters in it");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_student_and_a_time_are_read() {
        let text = "id = \"jane\"\nsubmitted = 2026-10-01T23:10:00+02:00\n[student]\nname = \"Jane Doe\"\nnumber = \"7\"";
        let found = read(text).unwrap();
        assert_eq!(found.id.as_deref(), Some("jane"));
        assert_eq!(found.submitted.unwrap().to_string(), "2026-10-01T21:10:00Z");
        assert_eq!(found.student.unwrap().name.as_deref(), Some("Jane Doe"));
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (text, says) in [
            ("grade = 10", "grade"),
            ("[student]\nnick = \"j\"", "nick"),
            ("id = \"a/jane\"", "slash"),
            ("submitted = 2026-10-01T23:10:00", "offset"),
            ("submitted = 5", "submitted"),
            ("[student]\nname = \"a\\u001bb\"", "control"),
            ("id = ", "value"),
        ] {
            let error = format!("{:#}", read(text).unwrap_err());
            assert!(error.contains(says), "{text}: {error}");
            assert!(!error.contains('\n'), "{error}");
        }
    }

    #[test]
    fn the_one_closest_to_the_top_counts_and_two_do_not() {
        let entry = |path: &str, id: &str| Entry {
            path: path.into(),
            what: What::Text(format!("id = \"{id}\"")),
        };
        let nested = [
            entry("a/submission.toml", "far"),
            entry("submission.toml", "close"),
        ];
        let (path, found) = find(&nested).unwrap().unwrap();
        assert_eq!(
            (path, found.id.as_deref()),
            ("submission.toml", Some("close"))
        );
        let twice = [
            entry("a/submission.toml", "x"),
            entry("b/submission.toml", "y"),
        ];
        assert!(find(&twice).unwrap_err().to_string().contains("two"));
    }
}
