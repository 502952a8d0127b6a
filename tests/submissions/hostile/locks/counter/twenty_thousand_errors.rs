//! verdict: does_not_compile
//! Twenty thousand errors, megabytes of them.

macro_rules! twelve {
    ([] $message:literal) => { compile_error!($message); };
    ([$_level:tt $($levels:tt)*] $message:literal) => {
        twelve!([$($levels)*] $message); twelve!([$($levels)*] $message); twelve!([$($levels)*] $message);
        twelve!([$($levels)*] $message); twelve!([$($levels)*] $message); twelve!([$($levels)*] $message);
        twelve!([$($levels)*] $message); twelve!([$($levels)*] $message); twelve!([$($levels)*] $message);
        twelve!([$($levels)*] $message); twelve!([$($levels)*] $message); twelve!([$($levels)*] $message);
    };
}

twelve!([one two three four] "one plate too many, one plate too many, one plate too many, one plate too many");

pub fn count(threads: usize, per_thread: u64) -> u64 {
    threads as u64 * per_thread
}
