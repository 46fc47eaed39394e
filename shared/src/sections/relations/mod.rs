//! To whom the company is related: other companies and positions (M12–M14), persons (M15) and their own positions (M16).

pub mod linked;
pub mod parent;
pub mod persons;
pub mod same_code;
pub mod self_employed;
pub mod shares;
pub mod ties;
