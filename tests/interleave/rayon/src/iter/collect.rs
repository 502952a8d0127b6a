//! Collecting: each run makes its items, then they are put together in order.

use super::IntoParallelIterator;
use super::parallel::items;

/// What a parallel iterator can be collected into.
pub trait FromParallelIterator<T: Send>: Sized {
    /// Collects the items, in their order.
    fn from_par_iter<I: IntoParallelIterator<Item = T>>(iterator: I) -> Self;
}

/// In the model that is every `FromIterator`: `Vec`, maps, sets, `String`, and `Result` or `Option` of them.
impl<T: Send, C: FromIterator<T>> FromParallelIterator<T> for C {
    #[track_caller]
    fn from_par_iter<I: IntoParallelIterator<Item = T>>(iterator: I) -> Self {
        items(iterator.into_par_iter()).collect()
    }
}

/// What a parallel iterator can be added to.
pub trait ParallelExtend<T: Send> {
    /// Adds the items, in their order.
    fn par_extend<I: IntoParallelIterator<Item = T>>(&mut self, iterator: I);
}

impl<T: Send, C: Extend<T>> ParallelExtend<T> for C {
    #[track_caller]
    fn par_extend<I: IntoParallelIterator<Item = T>>(&mut self, iterator: I) {
        self.extend(items(iterator.into_par_iter()));
    }
}
