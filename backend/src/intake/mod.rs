//! Files handed in: read, checked, and stored all or not at all.

pub mod findings;
pub mod register;
mod text;
pub mod uniemens;
mod values;
