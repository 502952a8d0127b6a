//! verdict: does_not_compile
//! A generic function that calls itself with a type twice as large, for ever.

fn double<T: Copy>(steps: u64, plate: T) -> u64 {
    match steps {
        0 => size_of::<T>() as u64,
        steps => double(steps - 1, (plate, plate)),
    }
}

pub fn count(threads: usize, per_thread: u64) -> u64 {
    double(threads as u64 * per_thread, 1_u8)
}
