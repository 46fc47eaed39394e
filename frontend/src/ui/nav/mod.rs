//! Where a person is and where they can go.

pub mod breadcrumbs;
pub mod footer;
pub mod frame;
pub mod item;
pub mod page_header;
pub mod plain_frame;
pub mod side_menu;
pub mod skip_link;
pub mod subject_chip;
pub mod tab_bar;
pub mod top_bar;
