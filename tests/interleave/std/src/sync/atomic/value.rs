//! The types that can be atomic, and their arithmetic.

use ::std::fmt::Debug;

/// A value that fits the engine's 64 bits.
pub trait Value: Copy + PartialEq + Debug {
    /// As bits; the engine keeps old values so.
    fn to_bits(self) -> u64;
    /// Back from [`to_bits`](Value::to_bits).
    fn from_bits(bits: u64) -> Self;
}

/// A value with the operations on bits.
pub trait Bits: Value {
    /// `self & other`
    fn and(self, other: Self) -> Self;
    /// `self | other`
    fn or(self, other: Self) -> Self;
    /// `self ^ other`
    fn xor(self, other: Self) -> Self;
    /// `!self`
    fn not(self) -> Self;
}

/// An integer, whose arithmetic wraps around.
pub trait Integer: Bits + Ord {
    /// `self + other`, wrapping around.
    fn add(self, other: Self) -> Self;
    /// `self - other`, wrapping around.
    fn sub(self, other: Self) -> Self;
}

impl Value for bool {
    fn to_bits(self) -> u64 {
        u64::from(self)
    }
    fn from_bits(bits: u64) -> bool {
        bits != 0
    }
}

impl Bits for bool {
    fn and(self, other: bool) -> bool {
        self & other
    }
    fn or(self, other: bool) -> bool {
        self | other
    }
    fn xor(self, other: bool) -> bool {
        self ^ other
    }
    fn not(self) -> bool {
        !self
    }
}

impl<T> Value for *mut T {
    fn to_bits(self) -> u64 {
        self.expose_provenance() as u64
    }
    fn from_bits(bits: u64) -> *mut T {
        ::std::ptr::with_exposed_provenance_mut(bits as usize)
    }
}

/// Ten integer types with the same five bodies.
macro_rules! integers {
    ($($integer:ty)*) => { $(
        impl Value for $integer {
            fn to_bits(self) -> u64 {
                self as u64
            }
            fn from_bits(bits: u64) -> Self {
                bits as $integer
            }
        }
        impl Bits for $integer {
            fn and(self, other: Self) -> Self {
                self & other
            }
            fn or(self, other: Self) -> Self {
                self | other
            }
            fn xor(self, other: Self) -> Self {
                self ^ other
            }
            fn not(self) -> Self {
                !self
            }
        }
        impl Integer for $integer {
            fn add(self, other: Self) -> Self {
                self.wrapping_add(other)
            }
            fn sub(self, other: Self) -> Self {
                self.wrapping_sub(other)
            }
        }
    )* };
}
integers!(i8 i16 i32 i64 isize u8 u16 u32 u64 usize);
