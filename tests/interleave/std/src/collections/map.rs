//! A hash map whose order of iteration is the same in every execution.

use super::FixedState;
use ::std::borrow::Borrow;
use ::std::collections::{HashMap as Real, hash_map as real};
use ::std::fmt;
use ::std::hash::{BuildHasher, Hash};
use ::std::ops::{Deref, DerefMut, Index};

/// The real map with a fixed hasher; methods that borrow the map come from the real one.
#[derive(Clone)]
pub struct HashMap<K, V, S = FixedState>(Real<K, V, S>);

impl<K, V> HashMap<K, V> {
    /// An empty map.
    pub fn new() -> Self {
        HashMap(Real::default())
    }

    /// An empty map with room for `capacity` entries.
    pub fn with_capacity(capacity: usize) -> Self {
        HashMap(Real::with_capacity_and_hasher(
            capacity,
            FixedState::default(),
        ))
    }
}

impl<K, V, S> HashMap<K, V, S> {
    /// An empty map with a hasher of the caller's.
    pub const fn with_hasher(hasher: S) -> Self {
        HashMap(Real::with_hasher(hasher))
    }

    /// An empty map with room for `capacity` entries and a hasher of the caller's.
    pub fn with_capacity_and_hasher(capacity: usize, hasher: S) -> Self {
        HashMap(Real::with_capacity_and_hasher(capacity, hasher))
    }

    /// The keys, by value.
    pub fn into_keys(self) -> real::IntoKeys<K, V> {
        self.0.into_keys()
    }

    /// The values, by value.
    pub fn into_values(self) -> real::IntoValues<K, V> {
        self.0.into_values()
    }
}

impl<K, V, S: Default> Default for HashMap<K, V, S> {
    fn default() -> Self {
        HashMap(Real::default())
    }
}

impl<K, V, S> Deref for HashMap<K, V, S> {
    type Target = Real<K, V, S>;
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<K, V, S> DerefMut for HashMap<K, V, S> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}

impl<K: Eq + Hash, V, S: BuildHasher + Default> FromIterator<(K, V)> for HashMap<K, V, S> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        HashMap(entries.into_iter().collect())
    }
}

impl<K: Eq + Hash, V, const N: usize> From<[(K, V); N]> for HashMap<K, V> {
    fn from(entries: [(K, V); N]) -> Self {
        entries.into_iter().collect()
    }
}

impl<K: Eq + Hash, V, S: BuildHasher> Extend<(K, V)> for HashMap<K, V, S> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        self.0.extend(entries);
    }
}

impl<'a, K: Eq + Hash + Copy, V: Copy, S: BuildHasher> Extend<(&'a K, &'a V)> for HashMap<K, V, S> {
    fn extend<I: IntoIterator<Item = (&'a K, &'a V)>>(&mut self, entries: I) {
        self.0.extend(entries);
    }
}

impl<K, V, S> IntoIterator for HashMap<K, V, S> {
    type Item = (K, V);
    type IntoIter = real::IntoIter<K, V>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a, K, V, S> IntoIterator for &'a HashMap<K, V, S> {
    type Item = (&'a K, &'a V);
    type IntoIter = real::Iter<'a, K, V>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<'a, K, V, S> IntoIterator for &'a mut HashMap<K, V, S> {
    type Item = (&'a K, &'a mut V);
    type IntoIter = real::IterMut<'a, K, V>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.iter_mut()
    }
}

impl<K: Eq + Hash + Borrow<Q>, V, Q: Eq + Hash + ?Sized, S: BuildHasher> Index<&Q>
    for HashMap<K, V, S>
{
    type Output = V;
    fn index(&self, key: &Q) -> &V {
        &self.0[key]
    }
}

impl<K: Eq + Hash, V: PartialEq, S: BuildHasher> PartialEq for HashMap<K, V, S> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<K: Eq + Hash, V: Eq, S: BuildHasher> Eq for HashMap<K, V, S> {}

impl<K: fmt::Debug, V: fmt::Debug, S> fmt::Debug for HashMap<K, V, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
