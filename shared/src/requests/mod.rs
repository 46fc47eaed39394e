//! Requests (M50–M60): what a customer asks of an office, and the conversation that answers it with a date and a person behind it.

mod calls;
mod clock;
mod draft;
mod drafts;
mod offer;
mod office;
mod parameters;
mod retention;
mod state;
mod thread;
pub mod topics;
mod unsent;
pub mod words;

pub use calls::{
    Act, Acted, Archive, CUSTOMERS, Export, Files, List, Look, MOST_LOOKED_THROUGH, RateSending,
    RequestRow, Show, Submit, Submitted,
};
pub use clock::{Clock, ClockTerms, Pause, clock, clock_by};
pub use draft::{
    About, Draft, LONGEST_SUBJECT, LONGEST_TEXT, MOST_ATTACHMENTS, Problem, check,
    is_beyond_keeping, is_blank, is_phone, is_text,
};
pub use drafts::{DiscardDraft, DraftRow, Drafts, MOST_DRAFTS, SaveDraft, SavedDraft, ShowDraft};
pub use offer::{Answering, Offered, TopicRow, Topics, frequent};
pub use office::{Age, Begin, Colleague, Counters, ExportQueue, Queue, QueuePage, STAFF, View};
pub use parameters::{
    DayOff, LONGEST_CLOSURE, LONGEST_WORDS, Offer, Publication, RequestParameters, Rule, SHIPPED,
    Words, holding,
};
pub use retention::{FEWEST_MONTHS, Forgettable, Forgotten, Retention};
pub use state::{
    Action, Actor, Aspect, Kind, LONGEST_DETAILS, Level, Outcome, Refusal, Standing, State,
};
pub use thread::{Answer, By, Charge, Desk, Follower, Line, Rating, Receipt, Side, Thread, What};
pub use unsent::{Keep, Left, LeftRow, Unsent};

#[cfg(test)]
mod tests;
