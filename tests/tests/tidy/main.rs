//! The house rules, held by tests: sizes, who may import whom, words that must not stay, colours, licences.

mod imports;
mod licences;
mod rust;
mod sizes;
mod tree;
mod words;
