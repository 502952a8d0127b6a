//! # Read and write: the recipe book
//!
//! The kitchen has one recipe book. Cooks read in it all the time, and many can read over each other's shoulders. A
//! recipe that is not in the book yet must be worked out, which takes long; whoever does so writes it down for all the
//! others. While somebody writes nobody reads. And no recipe is worked out twice, even if two cooks miss it at the same
//! moment.

use std::collections::HashMap;
use std::sync::RwLock;

/// A book of recipes by the number of their dish, shared by threads. It is written once a recipe and read often.
pub struct RecipeBook {
    /// The recipes that are finished. Many may look at them at once, or one may add to them.
    recipes: RwLock<HashMap<u32, String>>,
}

impl RecipeBook {
    /// A book without recipes.
    pub fn new() -> RecipeBook {
        RecipeBook {
            recipes: RwLock::new(HashMap::new()),
        }
    }

    /// Gives the recipe of `dish` to `read`, and gives back what `read` makes of it. A recipe that is not in the book
    /// is made by `work_out` first, and stays in the book.
    pub fn consult<R>(
        &self,
        dish: u32,
        work_out: impl FnOnce(u32) -> String,
        read: impl FnOnce(&str) -> R,
    ) -> R {
        // Most of the time the recipe is there, and a read lock is enough: nobody waits for anybody.
        let missing = !self.recipes.read().unwrap().contains_key(&dish);
        if missing {
            let mut recipes = self.recipes.write().unwrap();
            // The decisive line: `entry` looks again, with the write lock. Between the two guards another thread may
            // have written this very recipe.
            recipes.entry(dish).or_insert_with(|| work_out(dish));
        }
        // Read with a read guard, also after writing: under the write guard nobody else could read.
        read(&self.recipes.read().unwrap()[&dish])
    }

    /// How many recipes are in the book.
    pub fn len(&self) -> usize {
        self.recipes.read().unwrap().len()
    }

    /// Whether no recipe is in the book.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Default for RecipeBook {
    fn default() -> RecipeBook {
        RecipeBook::new()
    }
}

// Wrong turns
// - the write lock without a second look: two cooks work the recipe out (wrong/one_look.rs).
// - a `Mutex` that is held while reading: one reader at a time (wrong/mutex_only.rs is serial).
// - the write guard for everything: a readers-writer lock without readers (wrong/always_writes.rs is serial).
// - `write` while the own read guard still lives: the thread waits for itself (wrong/writes_while_reading.rs).
// - an empty recipe as a sign that somebody works on it: others read it (wrong/placeholder.rs).
