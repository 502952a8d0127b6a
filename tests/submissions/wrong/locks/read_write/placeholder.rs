//! verdict: race
//! An empty recipe keeps the place, and others read it.

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
        let mut recipes = self.recipes.write().unwrap();
        let missing = !recipes.contains_key(&dish);
        recipes.entry(dish).or_default();
        drop(recipes);
        if missing {
            let recipe = work_out(dish);
            self.recipes.write().unwrap().insert(dish, recipe);
        }
        read(&self.recipes.read().unwrap()[&dish])
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
