//! Names of files for ids of submissions, which may hold whatever somebody calls a folder.

use hmac_sha256::Hash;

/// Longest name that is kept as it is, in bytes; a suffix must fit in what file systems allow.
const LONGEST: usize = 100;

/// A name that is safe in every file system and in a link, another one for every id: the id itself where it is plain,
/// else what is plain in it, `~`, and the beginning of its SHA-256. A plain id has no `~`.
pub(crate) fn file(id: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    if (1..=LONGEST).contains(&id.len()) && !id.starts_with('.') && id.chars().all(plain) {
        return id.to_owned();
    }
    let kept: String = id.chars().filter(|c| plain(*c)).take(LONGEST).collect();
    let hash: String = Hash::hash(id.as_bytes())
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("{}~{hash}", kept.trim_start_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_id_is_its_own_name() {
        assert_eq!(file("jane_doe-2.v1"), "jane_doe-2.v1");
    }

    #[test]
    fn any_other_id_has_a_safe_name_of_its_own() {
        let ids = [
            "",
            ".",
            "..",
            "../../etc/passwd",
            "a b",
            "a/b",
            "Zoë",
            "日本",
            "<script>",
        ];
        let long = "x".repeat(500);
        let names: Vec<String> = ids.into_iter().chain([long.as_str()]).map(file).collect();
        for name in &names {
            let safe = |c: char| c.is_ascii_alphanumeric() || "_-.~".contains(c);
            assert!(name.chars().all(safe) && !name.starts_with('.'), "{name}");
            assert!(name.len() < 200);
        }
        let different: std::collections::BTreeSet<_> = names.iter().collect();
        assert_eq!(different.len(), names.len());
    }
}
