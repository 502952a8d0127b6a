//! Oldest first, and half of what another one has is taken over into the own deque.

use crossbeam::deque::{Steal, Worker};
use std::iter;

pub fn run<T: Send>(piles: Vec<Vec<T>>, cook: impl Fn(T) + Sync) {
    let own: Vec<Worker<T>> = piles
        .into_iter()
        .map(|pile| {
            let deque = Worker::new_fifo();
            pile.into_iter().for_each(|order| deque.push(order));
            deque
        })
        .collect();
    let stealers: Vec<_> = own.iter().map(Worker::stealer).collect();
    crossbeam::scope(|scope| {
        for own in own {
            let (stealers, cook) = (&stealers, &cook);
            scope.spawn(move |_| {
                let find = || {
                    own.pop().or_else(|| {
                        let batch = || stealers.iter().map(|other| other.steal_batch_and_pop(&own));
                        iter::repeat_with(|| batch().collect::<Steal<T>>())
                            .find(|steal| !steal.is_retry())
                            .and_then(Steal::success)
                    })
                };
                iter::from_fn(find).for_each(cook);
            });
        }
    })
    .unwrap();
}
