//! # Read and write: the recipe book
//!
//! The kitchen has one recipe book. Cooks read in it all the time, and many can read over each other's shoulders. A
//! recipe that is not in the book yet must be worked out, which takes long; whoever does so writes it down for all the
//! others. While somebody writes nobody reads. And no recipe is worked out twice, even if two cooks miss it at the same
//! moment.
//!
//! **In Python** there is no readers-writer lock in `threading`; `functools.cache` may compute a value twice when two
//! threads ask at once. In Rust `RwLock` hands out many read guards or one write guard. A read guard cannot become a
//! write guard: between letting go of the one and having the other, another thread may write.
//!
//! **Your task**
//! 1. `consult`: gives the recipe of a dish to `read`. If it is not in the book, `work_out` makes it first. `len`: how
//!    many recipes are in the book.
//! 2. Each recipe is worked out once, whoever asks and whenever. Nobody reads a recipe that is not finished.
//! 3. Many can read at the same time, also the same recipe. Reading may take long.
//!
//! Neither `work_out` nor `read` uses the book itself.
//!
//! **Leave alone:** the signatures, and the folder `tests/`. The fields are yours: change them as you like.
//!
//! `cargo xtask next` decides your program, `cargo xtask hint` helps.

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
        // TODO 1: look, work out what is missing, let it be read.
        // TODO 2: another thread may miss the same recipe.
        // TODO 3: which guard is held while `read` runs?
        let _ = (&self.recipes, work_out, read);
        todo!("give the recipe of dish {dish} to the reader")
    }

    /// How many recipes are in the book.
    pub fn len(&self) -> usize {
        // TODO 1
        todo!("count the recipes")
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
