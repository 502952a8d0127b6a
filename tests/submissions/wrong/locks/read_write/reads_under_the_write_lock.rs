//! verdict: serial
//! Who has worked a recipe out reads it with the write lock.

use std::collections::HashMap;
use std::sync::RwLock;
pub struct RecipeBook {
    recipes: RwLock<HashMap<u32, String>>,
}

impl RecipeBook {
    pub fn new() -> RecipeBook {
        RecipeBook {
            recipes: RwLock::new(HashMap::new()),
        }
    }
    pub fn consult<R>(
        &self,
        dish: u32,
        work_out: impl FnOnce(u32) -> String,
        read: impl FnOnce(&str) -> R,
    ) -> R {
        if let Some(recipe) = self.recipes.read().unwrap().get(&dish) {
            return read(recipe);
        }
        let mut recipes = self.recipes.write().unwrap();
        read(recipes.entry(dish).or_insert_with(|| work_out(dish)))
    }
    pub fn len(&self) -> usize {
        self.recipes.read().unwrap().len()
    }
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Default for RecipeBook {
    fn default() -> RecipeBook {
        RecipeBook::new()
    }
}
