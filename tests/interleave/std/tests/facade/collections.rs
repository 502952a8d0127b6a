//! Hash maps and sets iterate in one order.

use crate::support::only;
use interleave_std::collections::{HashMap, HashSet};
use interleave_std::sync::Mutex;
use interleave_std::thread;

#[test]
fn the_order_of_iteration_is_the_same_in_every_execution() {
    // trap: with std's random hasher the explorer reports a body that is not deterministic
    let seen = only(|| {
        let map: HashMap<u32, Mutex<u32>> = (0..4).map(|key| (key, Mutex::default())).collect();
        let child = thread::spawn(thread::yield_now);
        let keys: Vec<u32> = map
            .iter()
            .map(|(key, value)| *value.lock().unwrap() + key)
            .collect();
        child.join().unwrap();
        keys.len()
    });
    assert_eq!(seen, "4");
    let keys = || -> Vec<u32> { (0..100).collect::<HashSet<u32>>().into_iter().collect() };
    assert_eq!(keys(), keys());
}

#[test]
fn maps_and_sets_do_what_the_real_ones_do() {
    let mut map = HashMap::from([("a", 1), ("b", 2)]);
    *map.entry("a").or_insert(0) += 10;
    map.extend([("c", 3)]);
    for (_, value) in &mut map {
        *value += 1;
    }
    assert_eq!((map["a"], map.len(), map.contains_key("c")), (12, 3, true));
    let mut values: Vec<i32> = map.clone().into_values().collect();
    values.sort_unstable();
    assert_eq!(values, [3, 4, 12]);
    let (left, right) = (HashSet::from([1, 2]), HashSet::from([2, 3]));
    assert_eq!(&left & &right, HashSet::from([2]));
    assert_eq!(&left | &right, HashSet::from([1, 2, 3]));
    assert_eq!(left.union(&right).count(), 3);
}
