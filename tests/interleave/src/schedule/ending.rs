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
            None => parts.push(format!("could go on{at}")),
        }
        format!("{} {}", self.thread(end.thread), parts.join(" and "))
    }

    fn waits_words(&self, waits: &Waits) -> String {
        match waits {
            Waits::Lock { object, owners } if owners.is_empty() => self.object(*object).to_owned(),
            Waits::Lock { object, owners } => {
                format!("{}, held by {},", self.object(*object), self.list(owners))
            }
            Waits::Notification { condvar } => {
                format!("a notification on {}", self.object(*condvar))
            }
            Waits::Item { object, senders } => {
                let alive = match senders {
                    1 => "1 sender is".to_owned(),
                    n => format!("{n} senders are"),
                };
                format!("an item of {} ({alive} still alive)", self.object(*object))
            }
            Waits::Room { object } => format!("room in {}", self.object(*object)),
            Waits::Barrier { object } => format!("the others at {}", self.object(*object)),
            Waits::Initialisation {
                object,
                owner: Some(owner),
            } => {
                format!(
                    "{}, initialised by {},",
                    self.object(*object),
                    self.thread(*owner)
                )
            }
            Waits::Initialisation {
                object,
                owner: None,
            } => format!("{} to be set", self.object(*object)),
            Waits::Thread { thread } => format!("the end of {}", self.thread(*thread)),
            Waits::Unpark => "unpark".to_owned(),
            Waits::Other(words) => words.clone(),
        }
    }
}
