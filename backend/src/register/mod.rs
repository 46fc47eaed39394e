//! The register of what comes in and goes out: numbers without gaps, given in the transaction that files the document.

pub mod service;
mod table;

#[cfg(test)]
mod tests;
