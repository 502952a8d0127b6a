//! The barrier of std, under another name.

pub struct Barrier(std::sync::Barrier);

impl Barrier {
    pub fn new(threads: usize) -> Barrier {
        Barrier(std::sync::Barrier::new(threads))
    }

    pub fn wait(&self) -> bool {
        self.0.wait().is_leader()
    }
}
