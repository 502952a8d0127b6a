//! verdict: deadlock
//! The read guard in the head of the match lives in both arms.

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
        match self.recipes.read().unwrap().get(&dish) {
            Some(recipe) => read(recipe),
            None => {
                let recipe = work_out(dish);
                let text = recipe.clone();
                self.recipes.write().unwrap().insert(dish, recipe);
                read(&text)
            }
        }
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
