//! The offices, as what an administrator says of them makes them (no endpoint of their own: they are among the parameters).

pub mod service;
