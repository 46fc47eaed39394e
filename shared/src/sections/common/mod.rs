//! What descriptions share: the code tables and the labels that occur in more than one of them.

pub mod codes;
pub(super) mod labels;

#[cfg(test)]
mod tests;
