//! What was declared and paid (M23–M25, M30, M34).

pub mod declarations;
