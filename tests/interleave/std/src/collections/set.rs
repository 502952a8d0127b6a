//! A hash set whose order of iteration is the same in every execution.

use super::FixedState;
use ::std::collections::{HashSet as Real, hash_set as real};
use ::std::fmt;
use ::std::hash::{BuildHasher, Hash};
use ::std::ops::{BitAnd, BitOr, BitXor, Deref, DerefMut, Sub};

/// The real set with a fixed hasher; methods that borrow the set come from the real one.
#[derive(Clone)]
pub struct HashSet<T, S = FixedState>(Real<T, S>);

impl<T> HashSet<T> {
    /// An empty set.
    pub fn new() -> Self {
        HashSet(Real::default())
    }

    /// An empty set with room for `capacity` elements.
    pub fn with_capacity(capacity: usize) -> Self {
        HashSet(Real::with_capacity_and_hasher(
            capacity,
            FixedState::default(),
        ))
    }
}

impl<T, S> HashSet<T, S> {
    /// An empty set with a hasher of the caller's.
    pub const fn with_hasher(hasher: S) -> Self {
        HashSet(Real::with_hasher(hasher))
    }

    /// An empty set with room for `capacity` elements and a hasher of the caller's.
    pub fn with_capacity_and_hasher(capacity: usize, hasher: S) -> Self {
        HashSet(Real::with_capacity_and_hasher(capacity, hasher))
    }
}

impl<T, S: Default> Default for HashSet<T, S> {
    fn default() -> Self {
        HashSet(Real::default())
    }
}

impl<T, S> Deref for HashSet<T, S> {
    type Target = Real<T, S>;
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<T, S> DerefMut for HashSet<T, S> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}

impl<T: Eq + Hash, S: BuildHasher + Default> FromIterator<T> for HashSet<T, S> {
    fn from_iter<I: IntoIterator<Item = T>>(elements: I) -> Self {
        HashSet(elements.into_iter().collect())
    }
}

impl<T: Eq + Hash, const N: usize> From<[T; N]> for HashSet<T> {
    fn from(elements: [T; N]) -> Self {
        elements.into_iter().collect()
    }
}

impl<T: Eq + Hash, S: BuildHasher> Extend<T> for HashSet<T, S> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, elements: I) {
        self.0.extend(elements);
    }
}

impl<'a, T: Eq + Hash + Copy, S: BuildHasher> Extend<&'a T> for HashSet<T, S> {
    fn extend<I: IntoIterator<Item = &'a T>>(&mut self, elements: I) {
        self.0.extend(elements);
    }
}

impl<T, S> IntoIterator for HashSet<T, S> {
    type Item = T;
    type IntoIter = real::IntoIter<T>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a, T, S> IntoIterator for &'a HashSet<T, S> {
    type Item = &'a T;
    type IntoIter = real::Iter<'a, T>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<T: Eq + Hash + Clone, S: BuildHasher + Default> BitOr for &HashSet<T, S> {
    type Output = HashSet<T, S>;
    fn bitor(self, other: Self) -> HashSet<T, S> {
        HashSet(&self.0 | &other.0)
    }
}

impl<T: Eq + Hash + Clone, S: BuildHasher + Default> BitAnd for &HashSet<T, S> {
    type Output = HashSet<T, S>;
    fn bitand(self, other: Self) -> HashSet<T, S> {
        HashSet(&self.0 & &other.0)
    }
}

impl<T: Eq + Hash + Clone, S: BuildHasher + Default> BitXor for &HashSet<T, S> {
    type Output = HashSet<T, S>;
    fn bitxor(self, other: Self) -> HashSet<T, S> {
        HashSet(&self.0 ^ &other.0)
    }
}

impl<T: Eq + Hash + Clone, S: BuildHasher + Default> Sub for &HashSet<T, S> {
    type Output = HashSet<T, S>;
    fn sub(self, other: Self) -> HashSet<T, S> {
        HashSet(&self.0 - &other.0)
    }
}

impl<T: Eq + Hash, S: BuildHasher> PartialEq for HashSet<T, S> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T: Eq + Hash, S: BuildHasher> Eq for HashSet<T, S> {}

impl<T: fmt::Debug, S> fmt::Debug for HashSet<T, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
