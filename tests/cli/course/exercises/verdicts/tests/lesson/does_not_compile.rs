//! `does_not_compile`.

use harness::prelude::*;

#[test]
#[claim(value)]
fn the_answer_is_42() {
    let answer: fn() -> u64 = verdicts::does_not_compile::answer;
    let answered = within("the answer", answer);
    expect!(
        answered == 42,
        WrongResult,
        "the answer is 42, not {answered}"
    );
}
