//! How each unfinished thread ended: what it holds and what it waits for, as a sentence.

use super::text::join_words;
use super::{End, Schedule, Waits};

impl Schedule {
    /// `ann holds left (locked at philosophers.rs:31) and waits for right, held by bob, at philosophers.rs:32`.
    pub(super) fn end_sentence(&self, end: &End) -> String {
        let mut parts = Vec::new();
        if !end.holds.is_empty() {
            let holds = end.holds.iter().map(|hold| match &hold.place {
                Some(place) => {
                    format!("{} (locked at {})", self.object(hold.object), place.short())
                }
                None => self.object(hold.object).to_owned(),
            });
            parts.push(format!("holds {}", join_words(holds)));
        }
        let at = end
            .place
            .as_ref()
            .map_or(String::new(), |p| format!(" at {}", p.short()));
        match &end.waits {
            Some(waits) => parts.push(format!("waits for {}{at}", self.waits_words(waits))),
            None => parts.push(format!("was still running{at}")),
        }
        format!("{} {}", self.thread(end.thread), parts.join(" and "))
    }

    /// What a thread waits for, and who could give it.
    fn waits_words(&self, waits: &Waits) -> String {
        let what = self.awaited(waits);
        match waits {
            Waits::Lock { owners, .. } if !owners.is_empty() => {
                format!("{what}, held by {},", self.list(owners))
            }
            Waits::Item { senders: 1, .. } => format!("{what} (1 sender is still alive)"),
            Waits::Item { senders, .. } => format!("{what} ({senders} senders are still alive)"),
            Waits::Initialisation {
                owner: Some(owner), ..
            } => {
                format!("{what}, initialised by {},", self.thread(*owner))
            }
            _ => what,
        }
    }

    /// What a thread waits for.
    pub(super) fn awaited(&self, waits: &Waits) -> String {
        match waits {
            Waits::Lock { object, .. } => self.object(*object).to_owned(),
            Waits::Notification { condvar } => {
                format!("a notification on {}", self.object(*condvar))
            }
            Waits::Item { object, .. } => format!("an item of {}", self.object(*object)),
            Waits::Room { object } => format!("room in {}", self.object(*object)),
            Waits::Barrier { object } => format!("the others at {}", self.object(*object)),
            Waits::Initialisation {
                object,
                owner: Some(_),
            } => self.object(*object).to_owned(),
            Waits::Initialisation {
                object,
                owner: None,
            } => {
                format!("{} to be set", self.object(*object))
            }
            Waits::Thread { thread } => format!("the end of {}", self.thread(*thread)),
            Waits::Unpark => "unpark".to_owned(),
            Waits::Other(words) => words.clone(),
        }
    }
}
