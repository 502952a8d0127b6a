//! What a file is, by its name.

/// How a file is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// `.zip`
    Zip,
    /// `.tar.gz`, `.tgz`
    TarGz,
    /// An archive of a kind that is not read.
    Foreign,
    /// Anything else.
    Plain,
}

const SUFFIXES: [(&str, Kind); 12] = [
    (".zip", Kind::Zip),
    (".tar.gz", Kind::TarGz),
    (".tgz", Kind::TarGz),
    (".7z", Kind::Foreign),
    (".rar", Kind::Foreign),
    (".tar", Kind::Foreign),
    (".tar.bz2", Kind::Foreign),
    (".tar.xz", Kind::Foreign),
    (".tar.zst", Kind::Foreign),
    (".txz", Kind::Foreign),
    (".tbz2", Kind::Foreign),
    (".gz", Kind::Foreign),
];

impl Kind {
    /// By the end of the name, in whatever case.
    pub(super) fn of(name: &str) -> Self {
        suffix(name).map_or(Self::Plain, |(_, kind)| kind)
    }
}

/// The name without the end that says what it is.
pub(super) fn stem(name: &str) -> &str {
    suffix(name).map_or(name, |(suffix, _)| &name[..name.len() - suffix.len()])
}

fn suffix(name: &str) -> Option<(&'static str, Kind)> {
    let low = name.to_ascii_lowercase();
    SUFFIXES
        .into_iter()
        .find(|(suffix, _)| low.len() > suffix.len() && low.ends_with(suffix))
}
