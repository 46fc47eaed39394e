//! Civil time as the trade reckons it: days, months of competence, moments, Rome's clock, holidays
//! and deadlines, in pure arithmetic that is the same on the phone and on the server.

mod day;
mod deadlines;
mod fixed;
mod holidays;
mod instant;
mod month;
mod patrons;

pub use chrono::Weekday;
pub use day::Day;
pub use deadlines::{deferral_request, f24_due, farm_dues, uniemens_due};
pub use holidays::{
    easter, is_national_holiday, is_weekend, is_working_day, national_holidays, next_working_day,
};
pub use instant::{Instant, RomeClockError};
pub use month::Month;
