//! verdict: serial
//! Deals the items out in turn, like cards.

use std::thread;

pub fn map<T, R, F>(workers: usize, items: Vec<T>, f: F) -> Vec<R>
where
    T: Send,
    R: Send,
    F: Fn(T) -> R + Sync,
{
    let mut hands: Vec<Vec<(usize, T)>> = (0..workers).map(|_| Vec::new()).collect();
    for (number, item) in items.into_iter().enumerate() {
        hands[number % workers].push((number, item));
    }
    let f = &f;
    let mut done: Vec<(usize, R)> = thread::scope(|scope| {
        let start = |hand: Vec<(usize, T)>| {
            scope.spawn(move || {
                hand.into_iter()
                    .map(|(number, item)| (number, f(item)))
                    .collect::<Vec<_>>()
            })
        };
        let workers: Vec<_> = hands.into_iter().map(start).collect();
        workers
            .into_iter()
            .flat_map(|worker| worker.join().unwrap())
            .collect()
    });
    done.sort_by_key(|(number, _)| *number);
    done.into_iter().map(|(_, result)| result).collect()
}
