//! A lesson whose exercises are still to be written.
