//! What is open between the company and the institute (M20–M22, M26–M29, M31, M40, M41, M84).

pub mod appeals;
pub mod compliance;
pub mod credits;
pub mod durc;
pub mod inspections;
pub mod notices;
pub mod plans;
pub mod post;
pub mod roll;
pub mod roll_plans;
pub mod wage_support;
