//! A plain lock is enough where the recipe is shared and read after letting go.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
pub struct RecipeBook {
    recipes: Mutex<HashMap<u32, Arc<str>>>,
}

impl RecipeBook {
    pub fn new() -> RecipeBook {
        RecipeBook {
            recipes: Mutex::new(HashMap::new()),
        }
    }
    pub fn consult<R>(
        &self,
        dish: u32,
        work_out: impl FnOnce(u32) -> String,
        read: impl FnOnce(&str) -> R,
    ) -> R {
        let recipe = {
            let mut recipes = self.recipes.lock().unwrap();
            let recipe = recipes.entry(dish).or_insert_with(|| work_out(dish).into());
            Arc::clone(recipe)
        };
        read(&recipe)
    }
    pub fn len(&self) -> usize {
        self.recipes.lock().unwrap().len()
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
