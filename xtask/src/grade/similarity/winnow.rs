//! Winnowing: few fingerprints of a long sequence, so chosen that any common run of at least [`GRAM`] + [`WINDOW`] − 1
//! tokens leaves a common one.

/// Runs shorter than this are chance: a call with two arguments has as many tokens.
const GRAM: usize = 14;
/// Of so many runs in a row, one is chosen at least.
const WINDOW: usize = 6;

/// Any odd number that spreads well; this is the one of the golden ratio.
const BASE: u64 = 0x9e37_79b9_7f4a_7c15;

/// The hash of every run of [`GRAM`] tokens, in order. (Karp and Rabin's: from one run to the next, a token leaves and
/// one comes.) It is the same on every machine and with every version of Rust, as the report is to be.
pub(super) fn grams(tokens: &[u32]) -> Vec<u32> {
    let leaving = (0..GRAM).fold(1, |power: u64, _| power.wrapping_mul(BASE));
    let mut hash = 0_u64;
    let mut grams = Vec::with_capacity(tokens.len());
    for (at, token) in tokens.iter().enumerate() {
        hash = hash.wrapping_mul(BASE).wrapping_add(u64::from(*token));
        if at >= GRAM {
            hash = hash.wrapping_sub(leaving.wrapping_mul(u64::from(tokens[at - GRAM])));
        }
        if at + 1 >= GRAM {
            grams.push(mixed(hash));
        }
    }
    grams
}

/// The smallest hash of every window; sorted, each once.
pub(super) fn prints(grams: &[u32]) -> Vec<u32> {
    let mut chosen = Vec::new();
    // The place of the smallest: it is looked for again only when it has left the window.
    let mut least = 0;
    for (at, gram) in grams.iter().enumerate() {
        let begin = (at + 1).saturating_sub(WINDOW);
        if least < begin {
            least = (begin..=at).min_by_key(|at| grams[*at]).unwrap_or(at);
        } else if *gram < grams[least] {
            least = at;
        }
        let is_full = at + 1 >= WINDOW.min(grams.len());
        if is_full && chosen.last() != Some(&grams[least]) {
            chosen.push(grams[least]);
        }
    }
    chosen.sort_unstable();
    chosen.dedup();
    chosen
}

/// Neighbouring sums become numbers that have nothing to do with each other.
fn mixed(hash: u64) -> u32 {
    let mixed = (hash ^ (hash >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    (mixed >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_has_one_hash_wherever_it_stands() {
        let run: Vec<u32> = (1..=20).collect();
        let later: Vec<u32> = [7, 8, 9].into_iter().chain(run.clone()).collect();
        assert_eq!(grams(&run), grams(&later)[3..]);
        assert_eq!(grams(&run).len(), 20 - GRAM + 1);
        assert!(grams(&run[..GRAM - 1]).is_empty());
    }

    #[test]
    fn a_common_run_that_is_long_enough_leaves_a_common_print() {
        let run: Vec<u32> = (1000..).take(GRAM + WINDOW - 1).collect();
        for noise in 0..200 {
            let around = |seed: u32| (0..30).map(move |at| seed.wrapping_mul(at * at + 77) % 91);
            let program = |seed| around(seed).chain(run.clone()).chain(around(seed + 1));
            let of = |seed| prints(&grams(&program(seed).collect::<Vec<_>>()));
            let (one, other) = (of(2 * noise), of(5 * noise + 3));
            assert!(one.iter().any(|print| other.contains(print)), "{noise}");
        }
    }
}
