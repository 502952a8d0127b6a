//! verdict: serial
//! Listens and cooks in one loop.

pub fn evening(
    waiters: usize,
    cooks: usize,
    listen: impl Fn(usize) -> Option<u32> + Send + Sync + 'static,
    cook: impl Fn(u32) -> u32 + Send + Sync + 'static,
) -> Vec<u32> {
    let _ = cooks;
    let mut plates = Vec::new();
    for waiter in 0..waiters {
        while let Some(order) = listen(waiter) {
            plates.push(cook(order));
        }
    }
    plates
}
