//! The pairs that are the most alike: only so many are kept, however many there are.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::Pair;
use super::runs::{Common, Two};

/// From here on, an exercise is alike; of a hundred.
const ALIKE: u64 = 60;
/// Most pairs of a report.
const PAIRS: usize = 500;

/// How alike two are: of a hundred, and the number of fingerprints. Of equals, those whose ids sort first.
type Rank = (u64, u32, Reverse<Two>);

/// The best of those who were added.
#[derive(Debug)]
pub(super) struct Ranking {
    exercises: Vec<String>,
    /// With the number of each exercise that is alike by itself, and how much.
    best: BTreeMap<Rank, Vec<(usize, u64)>>,
    more: usize,
}

impl Ranking {
    /// Nobody's yet, of a course with these exercises.
    pub(super) fn new(exercises: Vec<String>) -> Self {
        Self {
            exercises,
            best: BTreeMap::new(),
            more: 0,
        }
    }

    /// Adds two, with what they have in common in each exercise where that is worth a word.
    pub(super) fn add(&mut self, two: Two, common: &[(usize, Common)]) {
        let percent = |shared, smaller: u32| 100 * u64::from(shared) / u64::from(smaller.max(1));
        let alike: Vec<(usize, u64)> = common
            .iter()
            .map(|(exercise, of_one)| (*exercise, percent(of_one.shared, of_one.smaller)))
            .filter(|(_, percent)| *percent >= ALIKE)
            .collect();
        if alike.is_empty() {
            return;
        }
        let shared = common.iter().map(|(_, of_one)| of_one.shared).sum();
        let smaller = common.iter().map(|(_, of_one)| of_one.smaller).sum();
        let rank = (percent(shared, smaller), shared, Reverse(two));
        self.best.insert(rank, alike);
        if self.best.len() > PAIRS {
            self.best.pop_first();
            self.more += 1;
        }
    }

    /// The best of them, the most alike first, and how many were left out. `ids`: by number.
    pub(super) fn most_alike(self, ids: &[&str]) -> (Vec<Pair>, usize) {
        let of_one = |(percent, shared, Reverse((a, b))): Rank, alike: Vec<(usize, u64)>| {
            let exercises = alike.into_iter();
            Pair {
                a: ids[a as usize].to_owned(),
                b: ids[b as usize].to_owned(),
                score: share(percent),
                shared: shared as usize,
                exercises: exercises
                    .map(|(exercise, percent)| (self.exercises[exercise].clone(), share(percent)))
                    .collect(),
            }
        };
        let best = self.best.into_iter().rev();
        let pairs = best.map(|(rank, alike)| of_one(rank, alike)).collect();
        (pairs, self.more)
    }
}

/// From 0 to 1.
fn share(percent: u64) -> f64 {
    percent as f64 / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn common(shared: u32) -> Common {
        Common {
            shared,
            smaller: 100,
        }
    }

    #[test]
    fn only_the_best_are_kept_and_the_others_are_counted() {
        let names: Vec<String> = (0..=PAIRS + 2)
            .map(|number| format!("{number:04}"))
            .collect();
        let ids: Vec<&str> = names.iter().map(String::as_str).collect();
        let mut ranking = Ranking::new(vec!["locks/counter".to_owned()]);
        for other in 1..=PAIRS as u32 {
            ranking.add((0, other), &[(0, common(70))]);
        }
        ranking.add((0, PAIRS as u32 + 1), &[(0, common(69))]);
        ranking.add((0, PAIRS as u32 + 2), &[(0, common(99))]);
        let (pairs, more) = ranking.most_alike(&ids);
        assert_eq!((pairs.len(), more), (PAIRS, 2));
        assert_eq!((pairs[0].score, &*pairs[0].b), (0.99, ids[PAIRS + 2]));
        assert_eq!((pairs[1].score, &*pairs[1].b), (0.7, "0001"));
        assert_eq!(pairs[PAIRS - 1].b, ids[PAIRS - 1]);
    }

    #[test]
    fn who_is_alike_in_one_exercise_is_judged_over_all_that_both_have_in_common() {
        let mut ranking = Ranking::new(["a/one", "a/two"].map(str::to_owned).to_vec());
        ranking.add((0, 1), &[(0, common(80)), (1, common(20))]);
        ranking.add((0, 2), &[(0, common(59)), (1, common(59))]);
        let (pairs, more) = ranking.most_alike(&["x", "y", "z"]);
        assert_eq!((pairs.len(), more), (1, 0));
        assert_eq!((pairs[0].score, pairs[0].shared), (0.5, 100));
        assert_eq!(
            pairs[0].exercises,
            BTreeMap::from([("a/one".to_owned(), 0.8)])
        );
    }
}
