//! A cache that is read far more often than it is filled.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
use std::sync::{Arc, RwLock};
use std::thread;

use crate::threads::join_all;

/// `threads` threads ask for one key: look under the read lock, then fill under the write lock, where the entry is
/// looked at once more. Returns how often the value was computed.
///
/// Outcomes: 1. Without the second look it would be `1..=threads`.
pub fn rwcache(threads: usize) -> usize {
    let cache = Arc::new(RwLock::new(BTreeMap::new()));
    let computed = Arc::new(AtomicU64::new(0));
    let handles = (0..threads)
        .map(|_| {
            let (cache, computed) = (Arc::clone(&cache), Arc::clone(&computed));
            thread::spawn(move || {
                if let Some(value) = cache.read().unwrap().get(&1) {
                    return *value;
                }
                let mut cache = cache.write().unwrap();
                *cache.entry(1).or_insert_with(|| {
                    computed.fetch_add(1, SeqCst);
                    5
                })
            })
        })
        .collect();
    join_all(handles);
    computed.load(SeqCst) as usize
}
