//! The index and what it answers, against what a plain comparison of everything with everything would.

mod index;
mod requests;
mod words;
