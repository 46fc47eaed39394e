//! The practice: all companies somebody works for in one grid, with saved views, tags and assignments (C1, C3, C7).
//!
//! What is common to several people belongs to their *desk*: a practice or an association, an office of the institute, or, for whoever
//! works alone, the person. Tags and shared views are a desk's; personal views are a person's.

mod address;
mod bulk;
mod export;
mod grid;
mod rules;
mod tabs;
mod tags;
mod views;
mod wire;

pub use address::{read_columns, read_filter, read_sort, write_columns, write_filter, write_sort};
pub use bulk::{Assign, Changed, MOST_COMPANIES, SetTag};
pub use export::{Export, MOST_NAMED};
pub use grid::{Clients, Colleague, Concerns, Grid, Office};
pub use rules::{Sieve, Value, fold, select};
pub use tabs::{TABS, Tab, tab_filter};
pub use tags::{CreateTag, DeleteTag, MOST_TAGS, ReplaceTag, TAG_NAME, Tag, TagColor};
pub use views::{
    Column, Condition, CreateView, DeleteView, Layout, MOST_CONDITIONS, MOST_VALUES, MOST_VIEWS,
    ReplaceView, Sort, Test, VALUE, VIEW_NAME, View, Views,
};

use crate::auth::Role;

/// Whoever works for companies and so has a grid, views and tags.
pub const ROLES: &[Role] = &[
    Role::Owner,
    Role::Employee,
    Role::Consultant,
    Role::Collaborator,
    Role::Association,
    Role::Operator,
    Role::Manager,
];

/// Whoever keeps the order of a desk: makes tags and shares views.
pub const HEADS: &[Role] = &[
    Role::Owner,
    Role::Employee,
    Role::Consultant,
    Role::Association,
    Role::Operator,
    Role::Manager,
];

/// Whoever distributes clients among collaborators.
pub const ASSIGNERS: &[Role] = &[Role::Consultant, Role::Association];
