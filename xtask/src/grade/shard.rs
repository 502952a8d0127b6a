//! Parts of a class for several machines: each grades its own, and all know which that is.

use hmac_sha256::Hash;

pub(crate) use crate::cli::shard::Shard;

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
}
