//! Which threads are at work at the same time, told by cause and effect and not by a clock.
//!
//! A thread comes after another one if it cannot begin before the other has done its last step: whoever starts it joins the
//! other first, or takes its message; or the thread itself does so at first. To wait for a lock is no such reason: mutual
//! exclusion lets either go first. Neither is an item that was taken out of a channel, since the work on it comes after.

use crate::apply::{CLOSED, DONE};
use crate::clock::Clock;
use crate::object::Object;
use crate::op::{Kind, Op, Tid};
use crate::runtime::Rt;

/// When a thread was at work.
#[derive(Default)]
pub(crate) struct Span {
    /// The steps that it has made, and the last of them that was work: to give a lock or a channel back is none.
    steps: u32,
    worked: u32,
    /// The steps of each thread without which it would not be where it is.
    knows: Clock,
    /// What it knew after its first step; if it makes none, when it was started.
    begin: Clock,
    /// What those knew that gave it its token.
    token: Clock,
}

impl Span {
    /// Of a thread that this one starts.
    pub(crate) fn start(&self) -> Span {
        Span {
            begin: self.knows.clone(),
            knows: self.knows.clone(),
            ..Span::default()
        }
    }

    /// The number of its last step once it has ended. A thread that made none counts its end.
    fn last(&self) -> u32 {
        self.worked.max(1)
    }

    fn step(&mut self, t: Tid, k: Kind) {
        self.steps += 1;
        if !gives_back(k) {
            self.worked = self.steps;
        }
        self.knows.set(t, self.steps);
        if self.steps == 1 {
            self.begin = self.knows.clone();
        }
    }
}

/// Whether a step only gives a lock or an end of a channel back.
fn gives_back(k: Kind) -> bool {
    use Kind::{DropRx, DropTx, RUnlock, Unlock, WUnlock};
    matches!(k, DropRx | DropTx | RUnlock | Unlock | WUnlock)
}

impl Rt {
    /// Thread `t` has performed `op` with this result.
    pub(crate) fn follow(&mut self, t: Tid, op: Op, result: u64) {
        self.learn(t, op, result);
        self.tasks[t].span.step(t, op.k);
        let knows = &self.tasks[t].span.knows;
        match op.k {
            Kind::Unpark => {
                let knows = knows.clone();
                self.tasks[op.arg as usize].span.token.join(&knows);
            }
            _ => {
                if let Some(object) = self.objects.get_mut(op.a as usize) {
                    object.tell(op.k, result, knows);
                }
            }
        }
    }

    fn learn(&mut self, t: Tid, op: Op, result: u64) {
        let ended = match op.k {
            Kind::Join | Kind::JoinScope => true,
            Kind::IsFinished => result == DONE,
            _ => false,
        };
        if ended {
            let other = op.arg as usize;
            let mut knows = self.tasks[other].span.knows.clone();
            knows.set(other, self.tasks[other].span.last());
            self.tasks[t].span.knows.join(&knows);
        }
        let span = &mut self.tasks[t].span;
        if matches!(op.k, Kind::Park | Kind::ParkT) && result == DONE {
            span.knows.join(&span.token);
        } else if let Some(object) = self.objects.get_mut(op.a as usize) {
            object.hear(op.k, result, &mut span.knows);
        }
    }

    /// The most spawned threads of which none comes after another one.
    pub(crate) fn together(&self) -> usize {
        let spawned = || self.tasks.iter().enumerate().skip(1);
        let after = |t: Tid, last: u32| {
            spawned()
                .filter(|(other, later)| *other != t && later.span.begin.at(t) >= last)
                .fold(0, |set: u64, (later, _)| set | 1 << later)
        };
        let followers: Vec<u64> = spawned()
            .map(|(t, task)| {
                // One that the body's return found with a sender or a lock still to give back has done its work, too.
                let ended = task.finished || task.pending.is_some_and(|op| gives_back(op.k));
                if ended { after(t, task.span.last()) } else { 0 }
            })
            .collect();
        followers.len() - pairs(&followers)
    }
}

impl Object {
    /// Keeps what the thread knows that makes this step, for those who cannot go on without it.
    fn tell(&mut self, k: Kind, result: u64, knows: &Clock) {
        match k {
            Kind::NotifyOne | Kind::NotifyAll | Kind::OnceDone | Kind::DropTx => {
                self.told.join(knows);
            }
            Kind::Send | Kind::TrySend if result == DONE => {
                self.item_clocks.push_back(knows.clone());
            }
            _ => {}
        }
    }

    /// What the thread learns that makes this step.
    fn hear(&mut self, k: Kind, result: u64, knows: &mut Clock) {
        match (k, result) {
            (Kind::CvWake | Kind::CvWakeT | Kind::OnceGet, DONE) => knows.join(&self.told),
            (Kind::Once | Kind::OnceWait, _) => knows.join(&self.told),
            (Kind::Recv | Kind::RecvT | Kind::TryRecv, DONE) => {
                if let Some(sender) = self.item_clocks.pop_front() {
                    knows.join(&sender);
                }
            }
            (Kind::Recv | Kind::RecvT | Kind::TryRecv, CLOSED) => knows.join(&self.told),
            _ => {}
        }
    }
}

/// The most pairs of a thread and a follower in which each thread leads once and follows once at the most. Chains made of
/// them are as few as they can be, and that is how many threads there can be of which none follows another (Dilworth 1950).
fn pairs(followers: &[u64]) -> usize {
    let mut leader = [None; u64::BITS as usize];
    (0..followers.len())
        .filter(|&thread| find_pair(thread, followers, &mut leader, &mut 0))
        .count()
}

/// Finds a follower for this thread; other threads may have to change theirs. `tried` are the followers looked at so far.
fn find_pair(
    thread: usize,
    followers: &[u64],
    leader: &mut [Option<usize>],
    tried: &mut u64,
) -> bool {
    while let Some(follower) = crate::bits::bits(followers[thread] & !*tried).next() {
        *tried |= 1 << follower;
        let free = match leader[follower] {
            Some(other) => find_pair(other, followers, leader, tried),
            None => true,
        };
        if free {
            leader[follower] = Some(thread);
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::pairs;

    #[test]
    fn a_chain_pairs_all_but_its_last_thread() {
        assert_eq!(pairs(&[0b1110, 0b1100, 0b1000, 0]), 3);
    }

    #[test]
    fn a_thread_gives_way_where_another_has_no_choice() {
        // The first could be followed by thread 2 or 3, the second by 2 only.
        assert_eq!(pairs(&[0b1100, 0b0100, 0, 0]), 2);
    }
}
