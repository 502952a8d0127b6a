//! Programs in which outcomes were lost once, kept for ever.
