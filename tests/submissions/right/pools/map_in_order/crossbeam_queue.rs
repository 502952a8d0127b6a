//! A queue without a lock of its own, and scoped threads of crossbeam; each worker keeps its results.

use crossbeam::queue::SegQueue;

pub fn map<T, R, F>(workers: usize, items: Vec<T>, f: F) -> Vec<R>
where
    T: Send,
    R: Send,
    F: Fn(T) -> R + Sync,
{
    let queue = SegQueue::new();
    items
        .into_iter()
        .enumerate()
        .for_each(|item| queue.push(item));
    let (queue, f) = (&queue, &f);
    let mut done: Vec<(usize, R)> = crossbeam::scope(|scope| {
        let threads: Vec<_> = (0..workers)
            .map(|_| {
                scope.spawn(move |_| {
                    let next = std::iter::from_fn(|| queue.pop());
                    next.map(|(number, item)| (number, f(item)))
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        threads
            .into_iter()
            .flat_map(|thread| thread.join().unwrap())
            .collect()
    })
    .unwrap();
    done.sort_by_key(|(number, _)| *number);
    done.into_iter().map(|(_, result)| result).collect()
}
