//! Lesson `threads`: start them, share with them, wait for them, and hear from them.
