//! Waiting for the first of several channels.

use super::shared::End;
use interleave::{K, NONE};

/// One arm of a `select!`.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct Case<'a> {
    end: &'a End,
    sends: bool,
}

impl<'a> Case<'a> {
    pub(super) fn sending(end: &'a End) -> Self {
        Case { end, sends: true }
    }

    pub(super) fn receiving(end: &'a End) -> Self {
        Case { end, sends: false }
    }

    /// Whether both are the same end of the same channel.
    pub(super) fn is(self, other: Case<'_>) -> bool {
        std::ptr::eq(self.end, other.end) && self.sends == other.sends
    }

    fn announced(self) -> interleave::Case {
        let object = self.end.object();
        if self.sends {
            interleave::Case::Send(object)
        } else {
            interleave::Case::Recv(object)
        }
    }

    fn is_ready(self) -> bool {
        interleave::obj(self.end.object(), |object| match self.sends {
            true => object.rx == 0 || object.len < object.cap,
            false => object.len > 0 || object.tx == 0,
        })
    }
}

/// Waits until a case can go on, or not at all if there is a default, and gives one that can: any of them is explored.
///
/// # Panics
/// If a case sends into a channel without room: a meeting of two arms is not modelled.
#[doc(hidden)]
#[track_caller]
pub fn select(cases: &[Case<'_>], default: bool) -> Option<usize> {
    for case in cases {
        if case.sends && case.end.capacity() == Some(0) {
            panic!(
                "a `send` into `bounded(0)` is not modelled in `select!`: give the channel room, or send outside"
            );
        }
    }
    wind_tickers(cases);
    // with a default there is no waiting, and a timer may not have fired yet
    let fires = |case: &Case<'_>| !default || !case.end.is_early();
    let offered: Vec<usize> = (0..cases.len())
        .filter(|&index| fires(&cases[index]))
        .collect();
    let announced = offered
        .iter()
        .map(|&index| cases[index].announced())
        .collect();
    interleave::select(announced, default).map(|chosen| offered[chosen])
}

/// Lets spent tickers fire again if, after everybody else's step, there is nothing else to do.
#[track_caller]
fn wind_tickers(cases: &[Case<'_>]) {
    if !cases.iter().any(|case| case.end.is_spent_ticker()) {
        return;
    }
    interleave::op(K::Yield, NONE, NONE, 0);
    // the look at all these channels, and the firing, are a step: a select that waits for nothing
    interleave::op(K::Select, NONE, NONE, 1);
    if !cases.iter().any(|case| case.is_ready()) {
        let tickers = cases
            .iter()
            .map(|case| case.end)
            .filter(|end| end.is_spent_ticker());
        tickers.for_each(End::fire);
    }
}
