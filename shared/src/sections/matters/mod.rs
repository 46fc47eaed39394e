//! What is open between the company and the institute (M20–M22, M26–M29, M31).

pub mod credits;
