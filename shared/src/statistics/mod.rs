//! How long offices take, said to everybody (B18), and how an office stands, said to whoever heads it (S43). What is kept of requests that
//! are over are counts of days, and what is said of them is never of a few.

mod histogram;
mod public;
mod report;

pub use histogram::{Figure, Histogram, MEDIAN, NINETY};
pub use public::{ExportShown, OfGroup, OfOffice, OfTopic, Scope, Show, Shown, Usual, usual};
pub use report::{
    AHEAD, Ahead, Export, HEADS, InTime, Load, OfAge, OfRating, RECENT, Report, Reported, WEEKS,
    Week,
};
