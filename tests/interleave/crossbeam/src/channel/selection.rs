//! A selection that is put together while the program runs.

use super::select::{Case, select};
use super::{
    ReadyTimeoutError, Receiver, RecvError, SelectTimeoutError, SendError, Sender, TryReadyError,
    TrySelectError,
};
use interleave_std::time::{Duration, Instant};
use std::fmt;

/// Waits for the first of several operations, each known by the index that adding it has given. Where several can go on,
/// each of them is explored.
///
/// One limit: a selected operation is to be completed before any other step, as `select!` does by itself.
#[derive(Clone, Default)]
pub struct Select<'a> {
    /// In the order in which they were added; none where one was removed.
    cases: Vec<Option<Case<'a>>>,
}

/// An operation that can go on, and is to be completed at once.
#[must_use = "the operation must be completed"]
pub struct SelectedOperation<'a> {
    index: usize,
    case: Case<'a>,
}

impl<'a> Select<'a> {
    /// A selection without operations.
    pub fn new() -> Select<'a> {
        Select::default()
    }

    /// Adds sending and gives its index.
    pub fn send<T>(&mut self, sender: &'a Sender<T>) -> usize {
        self.add(sender.__case())
    }

    /// Adds receiving and gives its index.
    pub fn recv<T>(&mut self, receiver: &'a Receiver<T>) -> usize {
        self.add(receiver.__case())
    }

    fn add(&mut self, case: Case<'a>) -> usize {
        self.cases.push(Some(case));
        self.cases.len() - 1
    }

    /// Takes an operation out. The others keep their indices.
    ///
    /// # Panics
    /// If there is no operation with this index.
    pub fn remove(&mut self, index: usize) {
        let removed = self.cases.get_mut(index).and_then(Option::take);
        assert!(removed.is_some(), "no operation with this index");
    }

    /// The operation that can go on, if one can.
    #[track_caller]
    fn choose(&self, default: bool) -> Option<SelectedOperation<'a>> {
        let cases: Vec<(usize, Case<'a>)> = (self.cases.iter().enumerate())
            .filter_map(|(index, case)| Some((index, (*case)?)))
            .collect();
        let offered: Vec<Case<'a>> = cases.iter().map(|(_, case)| *case).collect();
        let (index, case) = cases[select(&offered, default)?];
        Some(SelectedOperation { index, case })
    }

    /// Blocks until an operation can go on.
    #[track_caller]
    pub fn select(&mut self) -> SelectedOperation<'a> {
        self.choose(false).expect("waits until there is one")
    }

    /// An operation that can go on now.
    ///
    /// # Errors
    /// If there is none.
    #[track_caller]
    pub fn try_select(&mut self) -> Result<SelectedOperation<'a>, TrySelectError> {
        self.choose(true).ok_or(TrySelectError)
    }

    /// Blocks until an operation can go on, or the time-out ends.
    ///
    /// # Errors
    /// If there is none yet.
    #[track_caller]
    pub fn select_timeout(
        &mut self,
        _: Duration,
    ) -> Result<SelectedOperation<'a>, SelectTimeoutError> {
        self.choose(true).ok_or(SelectTimeoutError)
    }

    /// [`select_timeout`](Select::select_timeout) up to a moment.
    ///
    /// # Errors
    /// As for [`select_timeout`](Select::select_timeout).
    #[track_caller]
    pub fn select_deadline(
        &mut self,
        _: Instant,
    ) -> Result<SelectedOperation<'a>, SelectTimeoutError> {
        self.choose(true).ok_or(SelectTimeoutError)
    }

    /// Blocks until an operation can go on, and gives its index; another thread may then still be faster.
    #[track_caller]
    pub fn ready(&mut self) -> usize {
        self.choose(false).expect("waits until there is one").index
    }

    /// The index of an operation that can go on now.
    ///
    /// # Errors
    /// If there is none.
    #[track_caller]
    pub fn try_ready(&mut self) -> Result<usize, TryReadyError> {
        let chosen = self.choose(true).ok_or(TryReadyError)?;
        Ok(chosen.index)
    }

    /// Blocks until an operation can go on, or the time-out ends, and gives its index.
    ///
    /// # Errors
    /// If there is none yet.
    #[track_caller]
    pub fn ready_timeout(&mut self, _: Duration) -> Result<usize, ReadyTimeoutError> {
        let chosen = self.choose(true).ok_or(ReadyTimeoutError)?;
        Ok(chosen.index)
    }

    /// [`ready_timeout`](Select::ready_timeout) up to a moment.
    ///
    /// # Errors
    /// As for [`ready_timeout`](Select::ready_timeout).
    #[track_caller]
    pub fn ready_deadline(&mut self, _: Instant) -> Result<usize, ReadyTimeoutError> {
        self.ready_timeout(Duration::ZERO)
    }
}

impl SelectedOperation<'_> {
    /// The index that adding the operation has given.
    pub fn index(&self) -> usize {
        self.index
    }

    /// Completes sending.
    ///
    /// # Errors
    /// With the message, if every receiver is gone.
    ///
    /// # Panics
    /// If another sender was selected.
    #[track_caller]
    pub fn send<T>(self, sender: &Sender<T>, message: T) -> Result<(), SendError<T>> {
        let same = self.case.is(sender.__case());
        assert!(same, "passed a sender that wasn't selected");
        sender.__complete(message)
    }

    /// Completes receiving.
    ///
    /// # Errors
    /// If there is no message and every sender is gone.
    ///
    /// # Panics
    /// If another receiver was selected.
    #[track_caller]
    pub fn recv<T>(self, receiver: &Receiver<T>) -> Result<T, RecvError> {
        let same = self.case.is(receiver.__case());
        assert!(same, "passed a receiver that wasn't selected");
        receiver.__complete()
    }
}

impl fmt::Debug for Select<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("Select { .. }")
    }
}

impl fmt::Debug for SelectedOperation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("SelectedOperation { .. }")
    }
}
