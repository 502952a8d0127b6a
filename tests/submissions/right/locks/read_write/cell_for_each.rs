//! A cell for each dish: the book is free while a recipe is worked out.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock, RwLock};
pub struct RecipeBook {
    recipes: RwLock<HashMap<u32, Arc<OnceLock<String>>>>,
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
        let found = self.recipes.read().unwrap().get(&dish).cloned();
        let cell = found.unwrap_or_else(|| {
            let mut recipes = self.recipes.write().unwrap();
            Arc::clone(recipes.entry(dish).or_default())
        });
        read(cell.get_or_init(|| work_out(dish)))
    }
    pub fn len(&self) -> usize {
        let recipes = self.recipes.read().unwrap();
        recipes.values().filter(|cell| cell.get().is_some()).count()
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
