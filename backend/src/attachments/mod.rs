//! Documents that go with messages: uploads in parts, what is refused, the files, downloads that are verified.

pub mod service;
mod table;
