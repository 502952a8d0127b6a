//! Parts of a class for several machines: each grades its own, and all know which that is.

use std::fmt;
use std::str::FromStr;

use hmac_sha256::Hash;

/// `3/8`: the third of eight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shard {
    /// From 1.
    pub(crate) number: u32,
    /// How many there are.
    pub(crate) of: u32,
}

impl Shard {
    /// Whether this shard grades that submission. It depends on nothing but the id, so a submission that comes or goes
    /// moves no other.
    pub(crate) fn holds(self, id: &str) -> bool {
        let hash = Hash::hash(id.as_bytes());
        let (first, _) = hash.split_first_chunk().unwrap_or((&[0; 8], &[]));
        u64::from_be_bytes(*first) % u64::from(self.of) == u64::from(self.number - 1)
    }

    /// All shards of that many.
    pub(crate) fn all(of: u32) -> impl Iterator<Item = Self> {
        (1..=of).map(move |number| Self { number, of })
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.number, self.of)
    }
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let numbers = text
            .split_once('/')
            .and_then(|(number, of)| Some((number.parse().ok()?, of.parse().ok()?)));
        match numbers {
            Some((number, of)) if (1..=of).contains(&number) => Ok(Self { number, of }),
            _ => Err("a shard is written K/N, with K from 1 to N: 3/8".to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_submission_is_in_exactly_one_shard() {
        for number in 0..100 {
            let id = format!("student-{number}");
            let holders = Shard::all(7).filter(|shard| shard.holds(&id)).count();
            assert_eq!(holders, 1, "{id}");
        }
    }

    #[test]
    fn the_shard_of_an_id_is_the_same_for_ever() {
        let holder = Shard::all(8).find(|shard| shard.holds("ada")).unwrap();
        assert_eq!(holder.to_string(), "7/8");
    }

    #[test]
    fn shards_are_numbered_from_one() {
        assert_eq!("3/8".parse(), Ok(Shard { number: 3, of: 8 }));
        for wrong in ["0/8", "9/8", "8", "a/b", "1/0", "-1/2"] {
            assert!(wrong.parse::<Shard>().is_err(), "{wrong}");
        }
    }
}
