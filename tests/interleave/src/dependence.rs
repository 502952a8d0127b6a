//! Which operations do not commute.

use crate::op::{Kind, Op};
use crate::runtime::Rt;

impl Rt {
    /// Whether the order of `p` and `q`, of two threads, may matter.
    pub(crate) fn dependent(&self, p: Op, q: Op) -> bool {
        let either = |f: fn(Kind) -> bool| f(p.k) || f(q.k);
        let both = |f: fn(Kind) -> bool| f(p.k) && f(q.k);
        if both(|k| k == Kind::Spawn) {
            return true; // it decides about their numbers
        }
        if either(|k| {
            use Kind::{Fence, IsFinished, Select, Unpark};
            matches!(k, Select | Fence | Unpark | IsFinished)
        }) {
            return true;
        }
        if self.spurious_left > 0 && both(|k| matches!(k, Kind::CvWake | Kind::Park)) {
            return true; // they share a budget
        }
        let share = p.objects().any(|o| o == q.a || o == q.b);
        share
            && !both(|k| {
                use Kind::{Load, OnceGet, RUnlock, Read};
                matches!(k, Load | Read | RUnlock | OnceGet)
            })
    }
}
