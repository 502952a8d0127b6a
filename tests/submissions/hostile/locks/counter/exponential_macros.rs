//! verdict: does_not_compile
//! Thirty macros, each of which doubles the one before: a thousand million terms.

macro_rules! double {
    ([] $($sum:tt)*) => { $($sum)* };
    ([$_step:tt $($steps:tt)*] $($sum:tt)*) => { double!([$($steps)*] $($sum)* + $($sum)*) };
}

pub fn count(_threads: usize, _per_thread: u64) -> u64 {
    double!([a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d] 1)
}
