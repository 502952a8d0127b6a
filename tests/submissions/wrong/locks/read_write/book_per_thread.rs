//! verdict: wrong_result
//! Every cook has a book of its own: what one works out the others work out too.

use std::cell::RefCell;
use std::collections::HashMap;

thread_local! {
    static BOOK: RefCell<HashMap<u32, String>> = RefCell::default();
}

#[derive(Default)]
pub struct RecipeBook;

impl RecipeBook {
    pub fn new() -> RecipeBook {
        RecipeBook
    }

    pub fn consult<R>(
        &self,
        dish: u32,
        work_out: impl FnOnce(u32) -> String,
        read: impl FnOnce(&str) -> R,
    ) -> R {
        let recipe = BOOK.with_borrow_mut(|book| {
            let recipe = book.entry(dish).or_insert_with(|| work_out(dish));
            recipe.clone()
        });
        read(&recipe)
    }

    pub fn len(&self) -> usize {
        BOOK.with_borrow(|book| book.len())
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
