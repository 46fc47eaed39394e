//! The component library: Sirio's anatomy, our own markup. One component a file, no text and no colour of their own.
//!
//! Links take an `href` of the app (`/payments`): [`Link`] hands it to the router, and a middle click still opens a tab.
//! Nothing here writes a `style` attribute: the content security policy refuses it.

pub mod action;
pub mod chart;
pub mod form;
pub mod grid;
pub mod icon;
pub mod id;
pub mod kept;
pub mod media;
pub mod nav;
pub mod show;
pub mod state;
pub mod surface;
pub mod table;
pub mod text;
pub mod theme;
pub mod tone;

pub use action::{
    button::{Button, ButtonKind, ButtonSize, ButtonType},
    chip::Chip,
    copy_button::CopyButton,
    icon_button::IconButton,
    language_menu::LanguageMenu,
    link::Link,
    link_button::LinkButton,
    menu::{Menu, MenuLink},
    segmented::{Segment, SegmentedControl},
    theme_switch::ThemeSwitch,
};
pub use chart::{
    BarChart, BarPoint, ColumnChart, ColumnPoint, GraphNode, Lane, LinkGraph, MatrixRow,
    MonthMatrix, MonthStrip, PairRow, PairRows, Part, Span, StackedBar, StackedRow, StackedRows,
    StripMonth, Timeline,
};
pub use form::changing;
pub use form::{
    checkbox::Checkbox,
    copy_field::CopyField,
    error_summary::{ErrorSummary, FieldError},
    field::{Field, FieldType},
    file_drop::{FileDrop, FileEntry, FileState},
    search_field::SearchField,
    select::{Choice, Select},
    slider::Slider,
    toggle::Toggle,
};
pub use icon::{Icon, IconName};
pub use nav::{
    breadcrumbs::{Breadcrumbs, Crumb},
    footer::{Footer, FooterLink},
    frame::AppFrame,
    item::{NavItem, NavSection},
    page_header::PageHeader,
    plain_frame::PlainFrame,
    side_menu::SideMenu,
    subject_chip::SubjectChip,
    tab_bar::TabBar,
    top_bar::TopBar,
};
pub use show::{
    avatar::Avatar,
    badge::Badge,
    key_values::{KeyValue, KeyValues},
    progress_bar::ProgressBar,
    stat::Stat,
    tag::Tag,
};
pub use state::{
    empty_state::EmptyState,
    error_state::ErrorState,
    no_match::NoMatch,
    notice::Notice,
    offline_banner::OfflineBanner,
    skeleton::{Shape, Skeleton},
    toast::{Toast, ToastHost, use_toasts},
};
pub use surface::{
    accordion::Accordion,
    card::Card,
    confirm::Confirm,
    dialog::Dialog,
    list_item::{List, ListItem},
    sheet::Sheet,
    tabs::{Tab, Tabs},
};
pub use table::{Cell, CellKind, Column, Pager, Row, Sort, Table};
pub use tone::{Severity, Tone};
