//! One lock, a set of dishes that are being worked out, and a condition variable to wait for them.

use std::collections::HashMap;
use std::sync::{Arc, Condvar, Mutex};

#[derive(Default)]
pub struct RecipeBook {
    recipes: Mutex<HashMap<u32, Option<Arc<String>>>>,
    finished: Condvar,
}

impl RecipeBook {
    pub fn new() -> RecipeBook {
        RecipeBook::default()
    }

    pub fn consult<R>(
        &self,
        dish: u32,
        work_out: impl FnOnce(u32) -> String,
        read: impl FnOnce(&str) -> R,
    ) -> R {
        let mut recipes = self.recipes.lock().unwrap();
        let first = !recipes.contains_key(&dish);
        let recipe = if first {
            recipes.insert(dish, None);
            drop(recipes);
            let recipe = Arc::new(work_out(dish));
            let mut recipes = self.recipes.lock().unwrap();
            recipes.insert(dish, Some(Arc::clone(&recipe)));
            self.finished.notify_all();
            recipe
        } else {
            let recipes = self
                .finished
                .wait_while(recipes, |recipes| recipes[&dish].is_none())
                .unwrap();
            recipes[&dish].clone().unwrap()
        };
        read(&recipe)
    }

    pub fn len(&self) -> usize {
        self.recipes.lock().unwrap().values().flatten().count()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
