//! Yew as it is, but for the size of what it compiles to.
//!
//! Yew makes a life cycle, a scope and a scheduler entry for each type of component: some seven kilobytes of code for every icon and
//! tag, before it says anything. Here `html!` finds another [`virtual_dom::VChild`], which gives all *function* components the one
//! life cycle of [`erased::Erased`]: each adds its own body and a small table of functions, and nothing else changes for who writes
//! them. Components that are no functions (context providers, struct components) go the usual way.

// The macros write `::yew::…` here too.
extern crate self as yew;

mod erased;

pub use original::*;

/// Yew's virtual DOM, with the child that `html!` makes replaced.
pub mod virtual_dom {
    pub use crate::erased::VChild;
    pub use original::virtual_dom::*;
}

/// Yew's prelude, and what [`virtual_dom::VChild`] needs in scope.
pub mod prelude {
    pub use crate::erased::AsItIs as _;
    pub use original::prelude::*;
}
