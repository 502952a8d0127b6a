//! verdict: serial
//! One item after the other, on the thread of the caller.

pub fn map<T, R, F>(workers: usize, items: Vec<T>, f: F) -> Vec<R>
where
    T: Send,
    R: Send,
    F: Fn(T) -> R + Sync,
{
    let _ = workers;
    items.into_iter().map(f).collect()
}
