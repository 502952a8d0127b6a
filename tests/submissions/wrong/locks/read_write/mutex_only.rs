//! verdict: serial
//! One reader at a time.

use std::collections::HashMap;
use std::sync::Mutex;
pub struct RecipeBook {
    recipes: Mutex<HashMap<u32, String>>,
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
        let mut recipes = self.recipes.lock().unwrap();
        read(recipes.entry(dish).or_insert_with(|| work_out(dish)))
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
