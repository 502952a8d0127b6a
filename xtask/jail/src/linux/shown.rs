//! What is shown to a program, part by part.

use std::path::PathBuf;

use anyhow::bail;

/// A file or folder of the system, and where it appears inside.
pub(super) type Shown = (PathBuf, PathBuf);

/// Those that are not shown already as a part of another one. Nothing is ever made within what is shown: it would be made
/// in the system's own folder, and a file that is there already would be emptied, by root where root grades.
///
/// # Errors
/// Something is to appear within a folder that is shown, and is no part of that folder.
pub(super) fn apart<'a>(
    wanted: impl IntoIterator<Item = &'a Shown>,
) -> anyhow::Result<Vec<&'a Shown>> {
    let mut wanted: Vec<&Shown> = wanted.into_iter().collect();
    // A folder comes before what lies in it.
    wanted.sort_by(|a, b| a.1.cmp(&b.1));
    let mut apart: Vec<&Shown> = Vec::new();
    for shown in wanted {
        let (host, inside) = shown;
        let around = apart
            .iter()
            .find_map(|(outer, at)| Some((outer, inside.strip_prefix(at).ok()?)));
        match around {
            None => apart.push(shown),
            Some((outer, rest)) if outer.join(rest) == *host => {}
            Some((outer, _)) => bail!(
                "{} cannot appear at {}: {} is shown there",
                host.display(),
                inside.display(),
                outer.display()
            ),
        }
    }
    Ok(apart)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(pairs: &[(&str, &str)]) -> Vec<Shown> {
        pairs
            .iter()
            .map(|(host, inside)| (host.into(), inside.into()))
            .collect()
    }

    #[test]
    fn what_lies_in_a_folder_that_is_shown_is_shown_with_it() {
        let wanted = shown(&[
            ("/usr/lib/a", "/usr/lib/a"),
            ("/usr", "/usr"),
            ("/usr", "/usr"),
            ("/usr2", "/usr2"),
        ]);
        assert_eq!(apart(&wanted).unwrap(), [&wanted[1], &wanted[3]]);
    }

    #[test]
    fn a_part_of_one_folder_may_appear_beside_it() {
        let wanted = shown(&[("/course", "/course"), ("/course/tests", "/tests")]);
        assert_eq!(apart(&wanted).unwrap().len(), 2);
    }

    #[test]
    fn nothing_else_may_appear_within_what_is_shown() {
        for inside in ["/usr", "/usr/lib"] {
            let wanted = shown(&[("/usr", "/usr"), ("/home/other", inside)]);
            let error = apart(&wanted).unwrap_err().to_string();
            assert!(error.contains("/usr is shown there"), "{error}");
        }
    }
}
