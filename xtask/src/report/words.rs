//! Verdicts, tests and claims in words.

use crate::course::Id;
use crate::verdict::{Claim, Verdict};

/// `1 test`, `2 tests`; for words whose plural ends so.
pub(crate) fn count(number: usize, what: &str) -> String {
    match number {
        1 => format!("1 {what}"),
        many => format!("{many} {what}s"),
    }
}

/// The verdict as a heading: `does not compile`.
pub(crate) fn name(verdict: Verdict) -> String {
    verdict.name().replace('_', " ")
}

/// What the verdict means, in one sentence.
pub(crate) fn meaning(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Solved => "Every claim holds.",
        Verdict::NotStarted => "Your task stands at the top of the file.",
        Verdict::DoesNotCompile => "rustc cannot build this file.",
        Verdict::WrongResult => "The program gives another result than it should.",
        Verdict::Race => "The result depends on which thread comes first.",
        Verdict::Deadlock => "Some threads wait for each other and none can go on.",
        Verdict::Livelock => "Some threads keep running and get nowhere.",
        Verdict::Serial => "What should happen at the same time happens one after the other.",
        Verdict::Leak => "Something is still running or open when the work is over.",
        Verdict::TimedOut => "What was waited for had not come by the deadline.",
        Verdict::Crashed => "The program ended the process that tests it.",
    }
}

/// `counter::no_interleaving_loses_an_update` as a sentence without its end.
pub(crate) fn test(id: &Id, test: &str) -> String {
    short(id, test).replace('_', " ")
}

/// The test's name without the exercise's.
pub(crate) fn short<'a>(id: &Id, test: &'a str) -> &'a str {
    test.strip_prefix(&id.name)
        .and_then(|rest| rest.strip_prefix("::"))
        .unwrap_or(test)
}

/// What kind of claim that is.
pub(crate) fn claim(claim: Claim) -> &'static str {
    match claim {
        Claim::Value => "by value",
        Claim::Snapshot => "by snapshot",
        Claim::EveryInterleaving => "over every interleaving",
        Claim::Together => "at the same moment",
        Claim::NothingLeft => "nothing is left",
        Claim::Cost => "by counted cost",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_test_reads_as_a_sentence_without_its_exercise() {
        let id: Id = "locks/counter".parse().unwrap();
        assert_eq!(
            test(&id, "counter::no_interleaving_loses_an_update"),
            "no interleaving loses an update"
        );
        assert_eq!(test(&id, "counters::all"), "counters::all");
    }

    #[test]
    fn every_verdict_has_a_meaning_of_its_own() {
        let meanings: std::collections::BTreeSet<_> =
            Verdict::ALL.into_iter().map(meaning).collect();
        assert_eq!(meanings.len(), Verdict::ALL.len());
    }
}
