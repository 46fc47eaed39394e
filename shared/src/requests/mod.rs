//! Requests (M50–M60): what a customer asks of an office, and the conversation that answers it with a date and a person behind it.

pub mod topics;
