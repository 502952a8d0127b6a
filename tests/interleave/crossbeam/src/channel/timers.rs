//! Channels that a clock sends into.
//!
//! Virtual time has no lengths, so a timer may fire at any moment from its making on. A ticker that has fired lets every
//! other thread make a step before it fires again, and a `select!` that has something else to do does that first: so a
//! loop that waits for something else besides its ticks ends.

use super::Receiver;
use super::shared::{End, Shared, Timer};
use interleave::{K, NONE};
use interleave_std::time::{Duration, Instant};

/// A receiver of one message, sent when `duration` has passed.
#[track_caller]
pub fn after(duration: Duration) -> Receiver<Instant> {
    timer(Timer {
        period: duration,
        repeats: false,
    })
}

/// A receiver of one message, sent at `when`.
#[track_caller]
pub fn at(when: Instant) -> Receiver<Instant> {
    after(when.saturating_duration_since(Instant::now()))
}

/// A receiver of a message each `duration`.
#[track_caller]
pub fn tick(duration: Duration) -> Receiver<Instant> {
    timer(Timer {
        period: duration,
        repeats: true,
    })
}

/// A receiver of nothing, for ever.
#[track_caller]
pub fn never<T>() -> Receiver<T> {
    Receiver::new(Shared::new(0))
}

#[track_caller]
fn timer(timer: Timer) -> Receiver<Instant> {
    Receiver::new(Shared::timer(timer, Instant::now))
}

impl End {
    /// A message was taken: a timer's clock has moved on.
    pub(super) fn fired(&self) {
        if let Some(timer) = self.timer {
            interleave::advance_clock(timer.period);
        }
    }

    pub(super) fn is_spent_ticker(&self) -> bool {
        let repeats = self.timer.is_some_and(|timer| timer.repeats);
        repeats && interleave::obj(self.object(), |object| object.len) == 0
    }

    /// Lets a spent ticker fire again, when every other thread has made a step.
    #[track_caller]
    pub(super) fn wind(&self) {
        if self.is_spent_ticker() {
            interleave::op(K::Yield, NONE, NONE, 0);
            interleave::op(K::TrySend, self.object(), NONE, 0);
        }
    }

    /// Fires within a step that is about this ticker already.
    pub(super) fn fire(&self) {
        interleave::granted(K::TrySend, self.object());
    }

    /// Whether this is a timer whose message, which is there from the start, has not come yet: both are explored. The look
    /// is a step, to which the choice belongs.
    #[track_caller]
    pub(super) fn is_early(&self) -> bool {
        if self.timer.is_none() {
            return false;
        }
        interleave::op(K::Load, self.object(), NONE, 0);
        let early = interleave::choose(2) == 1;
        interleave::note(|| if early { " not yet" } else { " fired" }.into());
        early
    }
}
