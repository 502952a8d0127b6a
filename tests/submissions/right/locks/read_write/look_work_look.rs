//! Two looks by hand, and an early return for what is there.

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
        {
            let recipes = self.recipes.read().unwrap();
            if let Some(recipe) = recipes.get(&dish) {
                return read(recipe);
            }
        }
        let mut recipes = self.recipes.write().unwrap();
        if !recipes.contains_key(&dish) {
            let recipe = work_out(dish);
            recipes.insert(dish, recipe);
        }
        drop(recipes);
        let recipes = self.recipes.read().unwrap();
        read(recipes.get(&dish).expect("recipes are never taken out"))
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
