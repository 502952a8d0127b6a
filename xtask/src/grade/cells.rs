//! Where submissions are built and run: a cell for each program that runs at a time.
