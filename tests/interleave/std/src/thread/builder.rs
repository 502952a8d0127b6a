//! Threads with a name.

use super::{JoinHandle, Scope, ScopedJoinHandle};
use ::std::io;

/// Names a thread before it starts. Every finding then shows the name.
#[derive(Debug, Default)]
#[must_use = "must eventually spawn the thread"]
pub struct Builder {
    name: Option<String>,
}

impl Builder {
    /// A builder without a name.
    pub fn new() -> Builder {
        Builder::default()
    }

    /// Names the thread.
    ///
    /// # Panics
    /// Spawning panics if the name has a zero byte, as in std.
    pub fn name(mut self, name: String) -> Builder {
        self.name = Some(name);
        self
    }

    /// Ignored: model threads have stacks of one fixed size.
    pub fn stack_size(self, _: usize) -> Builder {
        self
    }

    /// Starts the thread.
    ///
    /// # Errors
    /// None: the model does not run out of threads, it panics at sixty.
    #[track_caller]
    pub fn spawn<F, T>(self, f: F) -> io::Result<JoinHandle<T>>
    where
        F: FnOnce() -> T + Send + 'static,
        T: Send + 'static,
    {
        Ok(JoinHandle::start(self.checked_name(), f))
    }

    /// Starts a thread whose closure may borrow.
    ///
    /// # Errors
    /// None, as [`Builder::spawn`].
    ///
    /// # Safety
    /// The caller makes sure that the thread does not outlive what it borrows, as in std.
    #[track_caller]
    pub unsafe fn spawn_unchecked<F, T>(self, f: F) -> io::Result<JoinHandle<T>>
    where
        F: FnOnce() -> T + Send,
        T: Send,
    {
        Ok(JoinHandle::start(self.checked_name(), f))
    }

    /// Starts a thread that ends before `scope` does.
    ///
    /// # Errors
    /// None, as [`Builder::spawn`].
    #[track_caller]
    pub fn spawn_scoped<'scope, 'env, F, T>(
        self,
        scope: &'scope Scope<'scope, 'env>,
        f: F,
    ) -> io::Result<ScopedJoinHandle<'scope, T>>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        Ok(scope.start(self.checked_name(), f))
    }

    #[track_caller]
    fn checked_name(self) -> Option<String> {
        if self.name.as_ref().is_some_and(|name| name.contains('\0')) {
            panic!("thread name may not contain interior null bytes");
        }
        self.name
    }
}
