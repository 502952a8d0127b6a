//! Derives, the compiler's and other crates', whose code names paths of its own.

use std::fmt::{self, Display};
use std::io;

/// Every derive of the compiler.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Dish {
    /// Its number on the card.
    pub number: u32,
    /// Its name.
    pub name: String,
}

impl Display for Dish {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.number, self.name)
    }
}

impl Drop for Dish {
    fn drop(&mut self) {}
}

/// A derive that names `core` and `std` by absolute paths.
#[derive(Debug, serde::Serialize, serde::Deserialize)]
pub struct Order {
    /// Which table.
    pub table: u32,
}

/// A derive that names `std::error::Error`.
#[derive(Debug, thiserror::Error)]
pub enum KitchenError {
    /// Conversion by `?`.
    #[error("the card cannot be read: {0}")]
    Card(#[from] io::Error),
    /// A plain one.
    #[error("the stove is off")]
    Stove,
}

/// Uses all of it.
///
/// # Errors
/// Always, to be converted on its way.
pub fn cook() -> Result<String, KitchenError> {
    let dish = Dish {
        number: 1,
        name: "soup".into(),
    };
    assert!(dish.clone() == dish && Dish::default() < dish);
    let failed: Result<u32, io::Error> = Err(io::Error::other(dish.to_string()));
    let number = failed?;
    Ok(number.to_string())
}
