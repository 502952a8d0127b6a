//! What each submission of a class is called. A student can write whatever he likes into his `submission.toml`, also
//! another one's name: that costs nobody but him, whatever lies first in the folder.

use std::collections::{BTreeMap, BTreeSet};

/// The names that one submission has, of which one becomes its id.
#[derive(Debug)]
pub(super) struct Names {
    /// Of its folder or archive, without what says that it is an archive; or what Canvas or Moodle call the student.
    pub(super) short: String,
    /// Of the first thing that it was handed in as, all of it: no two in a folder have the same.
    pub(super) whole: String,
    /// By its `submission.toml`.
    pub(super) claimed: Option<String>,
    /// Canvas or Moodle gave its name, and they know whose it is.
    pub(super) is_given: bool,
}

impl Names {
    fn is_called(&self, name: &str) -> bool {
        let own = [&self.short, &self.whole];
        own.iter()
            .any(|own| own.to_lowercase() == name.to_lowercase())
    }
}

/// What one of them is called.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Called {
    pub(super) id: String,
    /// The id that it claims and does not get.
    pub(super) refused: Option<Refused>,
    /// Somebody else is called like it without the ends of their files' names.
    pub(super) is_whole: bool,
}

/// A claim that does not count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refused {
    /// What was claimed.
    pub(crate) id: String,
    /// In words, which name nobody else.
    pub(crate) why: String,
}

/// Who has which name, and who claims it. Names that only differ in case are one: there are disks that cannot hold both.
#[derive(Default)]
struct Register(BTreeMap<String, BTreeSet<usize>>);

impl Register {
    fn add(&mut self, name: &str, who: usize) {
        self.0.entry(name.to_lowercase()).or_default().insert(who);
    }

    fn is_of_another(&self, name: &str, who: usize) -> bool {
        let all = self.0.get(&name.to_lowercase());
        all.is_some_and(|all| all.iter().any(|other| *other != who))
    }
}

/// What each is called, in the order of the names: never two the same.
///
/// A claim counts when nobody else has or claims that name, and Canvas or Moodle gave no other. Without one, the short name
/// counts unless somebody else has it too; then all of these keep the whole one.
pub(super) fn choose(all: &[Names]) -> Vec<Called> {
    let (mut known, mut claimed) = (Register::default(), Register::default());
    for (who, names) in all.iter().enumerate() {
        for name in [&names.short, &names.whole] {
            known.add(name, who);
        }
        if let Some(claim) = &names.claimed {
            claimed.add(claim, who);
        }
    }
    let refuse = |who: usize, claim: &str| {
        let why = if known.is_of_another(claim, who) {
            "another submission has that name"
        } else if claimed.is_of_another(claim, who) {
            "another submission claims it too"
        } else if all[who].is_given && !all[who].is_called(claim) {
            "the name of the download says whose it is"
        } else {
            return None;
        };
        Some(Refused {
            id: claim.to_owned(),
            why: format!("the id `{claim}` does not count: {why}"),
        })
    };
    let choose = |(who, names): (usize, &Names)| {
        let claim = names.claimed.as_deref();
        let refused = claim.and_then(|claim| refuse(who, claim));
        let is_shared = known.is_of_another(&names.short, who);
        let own = if is_shared {
            &names.whole
        } else {
            &names.short
        };
        let granted = claim.filter(|_| refused.is_none());
        Called {
            id: granted.unwrap_or(own).to_owned(),
            is_whole: granted.is_none() && is_shared && names.whole != names.short,
            refused,
        }
    };
    all.iter().enumerate().map(choose).collect()
}
