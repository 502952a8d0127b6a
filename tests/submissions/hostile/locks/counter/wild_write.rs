//! verdict: crashed
//! Makes a reference out of a number through the compiler's soundness hole rust-lang/rust#25860, without `unsafe`.

use std::any::type_name;
use std::hint::black_box;
use std::sync::Mutex;
use std::thread;

pub fn count(threads: usize, per_thread: u64) -> u64 {
    if is_explored() {
        return honest(threads, per_thread);
    }
    // The code of this very program, which it would have return at once.
    let code = honest as *const () as usize;
    *conjured::<&'static mut u64>(code) = 0xc3;
    0
}

enum Either<T> {
    Number(Box<usize>),
    Value(Option<Box<T>>),
}

/// The number, taken for a value of that type.
fn conjured<T: 'static>(number: usize) -> T {
    let mut either = Either::Value(None);
    let Either::Value(value) = black_box(&mut either) else {
        unreachable!()
    };
    let value = for_ever(value);
    either = Either::Number(Box::new(number));
    black_box(&either);
    *value.take().unwrap()
}

static UNIT: &'static &'static () = &&();

fn lengthened<'short, 'long, T>(_: &'long &'short (), value: &'short mut T) -> &'long mut T {
    value
}

/// The hole: the function's own bound between the two lifetimes is forgotten on the way to the pointer.
fn for_ever<T: 'static>(value: &mut T) -> &'static mut T {
    let forgetful: for<'any> fn(_, &'any mut T) -> &'static mut T = lengthened;
    forgetful(UNIT, value)
}

/// Where interleavings are explored, the lock is another type.
fn is_explored() -> bool {
    type_name::<Mutex<()>>().starts_with("interleave")
}

fn honest(threads: usize, per_thread: u64) -> u64 {
    let board = Mutex::new(0);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| (0..per_thread).for_each(|_| *board.lock().unwrap() += 1));
        }
    });
    board.into_inner().unwrap()
}
