//! Our icons: one family, 24 × 24, stroke 1.5, drawn in the colour of the text beside them.
//!
//! The drawing is a path in the module itself rather than a sprite in a file: an icon that is missing does not compile,
//! one that nobody uses is not downloaded, and none needs a request, a hash or the network.

use yew::prelude::*;

/// The name of an icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IconName {
    /// The front of a public building: home, the institute.
    Bank,
    /// A flag: evidence.
    Flag,
    /// A bell: notifications.
    Bell,
    /// A speech bubble: messages.
    Message,
    /// A month sheet: agenda.
    Calendar,
    /// Three dots in a column: more.
    More,
    /// A lens.
    Search,
    /// One person.
    User,
    /// Several persons: clients.
    Users,
    /// A folder: a file of documents.
    Folder,
    /// A sheet of text: declarations, notes.
    Document,
    /// A receipt: payments.
    Receipt,
    /// An arrow up out of a tray.
    Upload,
    /// An arrow down into a tray.
    Download,
    /// A tick.
    Check,
    /// A tick in a circle.
    CheckCircle,
    /// An exclamation mark in a circle.
    AlertCircle,
    /// A cross in a circle.
    XCircle,
    /// An i in a circle.
    Info,
    /// A cross.
    Close,
    /// A tip down.
    ChevronDown,
    /// A tip up.
    ChevronUp,
    /// A tip to the left.
    ChevronLeft,
    /// A tip to the right.
    ChevronRight,
    /// An arrow to the left: back.
    ArrowLeft,
    /// A funnel.
    Filter,
    /// Two opposite arrows.
    Sort,
    /// The sun: light scheme.
    Sun,
    /// The moon: dark scheme.
    Moon,
    /// Half of each: as the device does.
    Contrast,
    /// A globe: language.
    Language,
    /// A door with an arrow out.
    Logout,
    /// A phone: a session's device.
    Device,
    /// A shield.
    Shield,
    /// A key: delegations.
    Key,
    /// A clock.
    Clock,
    /// Two arrows in a circle.
    Refresh,
    /// A cloud crossed out.
    Offline,
    /// A plus.
    Plus,
    /// A short line: nothing there.
    Minus,
    /// Sliders: settings.
    Settings,
    /// A block of offices: a company.
    Building,
    /// Lines with points.
    List,
    /// An arrow out of a box: leaves the app.
    External,
    /// Three lines.
    Menu,
    /// A question mark in a circle.
    Help,
    /// Rising bars.
    Chart,
    /// An eye.
    Eye,
    /// An eye crossed out.
    EyeOff,
    /// A paper clip.
    Clip,
    /// A bin.
    Trash,
}

impl IconName {
    /// Every icon, for the gallery.
    pub const ALL: &[IconName] = &[
        Self::Bank,
        Self::Flag,
        Self::Bell,
        Self::Message,
        Self::Calendar,
        Self::More,
        Self::Search,
        Self::User,
        Self::Users,
        Self::Folder,
        Self::Document,
        Self::Receipt,
        Self::Upload,
        Self::Download,
        Self::Check,
        Self::CheckCircle,
        Self::AlertCircle,
        Self::XCircle,
        Self::Info,
        Self::Close,
        Self::ChevronDown,
        Self::ChevronUp,
        Self::ChevronLeft,
        Self::ChevronRight,
        Self::ArrowLeft,
        Self::Filter,
        Self::Sort,
        Self::Sun,
        Self::Moon,
        Self::Contrast,
        Self::Language,
        Self::Logout,
        Self::Device,
        Self::Shield,
        Self::Key,
        Self::Clock,
        Self::Refresh,
        Self::Offline,
        Self::Plus,
        Self::Minus,
        Self::Settings,
        Self::Building,
        Self::List,
        Self::External,
        Self::Menu,
        Self::Help,
        Self::Chart,
        Self::Eye,
        Self::EyeOff,
        Self::Clip,
        Self::Trash,
    ];

    /// The `d` of the drawing.
    pub(super) const fn drawing(self) -> &'static str {
        match self {
            Self::Bank => {
                "M3 9.5 12 4l9 5.5zM5.5 12.5v5M9.8 12.5v5M14.2 12.5v5M18.5 12.5v5M3.5 20.5h17"
            }
            Self::Flag => "M5 21V3.5M5 4.5h13.5l-3 4.5 3 4.5H5",
            Self::Bell => "M6 17V11a6 6 0 0 1 12 0v6l1.5 2h-15zM10 21.5h4",
            Self::Message => {
                "M4 4.5h16v11.5h-9.5L6.5 20v-4H4zM8.2 10.2h.01M12 10.2h.01M15.8 10.2h.01"
            }
            Self::Calendar => "M3.5 6h17v14.5h-17zM3.5 10.2h17M8 3.5V6M16 3.5V6",
            Self::More => {
                "M12 6.3a1.3 1.3 0 1 0 0-2.6 1.3 1.3 0 0 0 0 2.6zM12 13.3a1.3 1.3 0 1 0 0-2.6 1.3 1.3 0 0 0 0 2.6zM12 20.3a1.3 1.3 0 1 0 0-2.6 1.3 1.3 0 0 0 0 2.6z"
            }
            Self::Search => "M10.5 17.5a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM15.5 15.5l5.5 5.5",
            Self::User => {
                "M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20.5c.6-3.6 3.9-5.5 8-5.5s7.4 1.9 8 5.5"
            }
            Self::Users => {
                "M9 11.5a3.6 3.6 0 1 0 0-7.2 3.6 3.6 0 0 0 0 7.2zM2.5 19.5c.4-3.2 3-5 6.5-5s6.1 1.8 6.5 5M15.5 4.7a3.5 3.5 0 0 1 0 6.5M17.5 14.9c2.3.6 3.7 2.2 4 4.6"
            }
            Self::Folder => "M3 5.5h6.5l2 2.5H21v11.5H3zM3 10.5h18",
            Self::Document => {
                "M5.5 3.5h8.5l4.5 4.5v12.5h-13zM14 3.5V8h4.5M8.5 12h7M8.5 15h7M8.5 9h2.5"
            }
            Self::Receipt => {
                "M5.5 3.5v17l2.2-1.5 2.1 1.5 2.2-1.5 2.2 1.5 2.1-1.5 2.2 1.5v-17zM8.5 8h7M8.5 11.5h7M8.5 15h4"
            }
            Self::Upload => "M12 15.5V4M7.5 8.2 12 3.8l4.5 4.4M4 15v5.5h16V15",
            Self::Download => "M12 4v11.5M7.5 11.2l4.5 4.4 4.5-4.4M4 15v5.5h16V15",
            Self::Check => "M4.5 12.5 10 18l9.5-11",
            Self::CheckCircle => "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8 12.2l3 3 5-6",
            Self::AlertCircle => "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7.5v6M12 16.5h.01",
            Self::XCircle => "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9 9l6 6M15 9l-6 6",
            Self::Info => "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v6M12 7.5h.01",
            Self::Close => "M5.5 5.5l13 13M18.5 5.5l-13 13",
            Self::ChevronDown => "M6 9.5l6 6 6-6",
            Self::ChevronUp => "M6 15l6-6 6 6",
            Self::ChevronLeft => "M15 6l-6 6 6 6",
            Self::ChevronRight => "M9 6l6 6-6 6",
            Self::ArrowLeft => "M21 12H3.5M9.5 5.5 3 12l6.5 6.5",
            Self::Filter => "M3.5 4.5h17l-6.5 8v7l-4-2v-5z",
            Self::Sort => "M8 4.5v15M4.5 8 8 4.5 11.5 8M16 19.5v-15M12.5 16l3.5 3.5 3.5-3.5",
            Self::Sun => {
                "M12 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM12 2v2.5M12 19.5V22M2 12h2.5M19.5 12H22M4.9 4.9l1.8 1.8M17.3 17.3l1.8 1.8M4.9 19.1l1.8-1.8M17.3 6.7l1.8-1.8"
            }
            Self::Moon => "M20 14.2A8.5 8.5 0 0 1 9.8 4a8.5 8.5 0 1 0 10.2 10.2z",
            Self::Contrast => {
                "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 3v18M12 8h7.8M12 12h9M12 16h7.8"
            }
            Self::Language => {
                "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3.5 9.5h17M3.5 14.5h17M12 3c-5 5.5-5 12.5 0 18M12 3c5 5.5 5 12.5 0 18"
            }
            Self::Logout => "M14 7.5v-4H4v17h10v-4M9 12h12M17.5 8.5 21 12l-3.5 3.5",
            Self::Device => "M7 2.5h10v19H7zM10.5 18.5h3",
            Self::Shield => {
                "M12 2.8l7.5 2.7v6c0 4.7-3 8-7.5 9.7-4.5-1.7-7.5-5-7.5-9.7v-6zM8.5 11.8l2.5 2.5 4.5-5"
            }
            Self::Key => "M7.5 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM11.5 12H21v3.5M17 12v2.8M7.5 12h.01",
            Self::Clock => "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 6.5V12l3.5 2.5",
            Self::Refresh => {
                "M20 10a8.2 8.2 0 0 0-15-2.5M4.5 3.5v4.5H9M4 14a8.2 8.2 0 0 0 15 2.5M19.5 20.5V16H15"
            }
            Self::Offline => {
                "M8 6.5a6 6 0 0 1 9.5 3.5 4.5 4.5 0 0 1 2.8 7.5M16.5 18.5H7a4.5 4.5 0 0 1-.8-8.9M3.5 3.5l17 17"
            }
            Self::Plus => "M12 4.5v15M4.5 12h15",
            Self::Minus => "M5 12h14",
            Self::Settings => {
                "M3.5 7h8M17.5 7h3M14.5 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3.5 17h3M12.5 17h8M9.5 20a3 3 0 1 0 0-6 3 3 0 0 0 0 6z"
            }
            Self::Building => {
                "M4.5 20.5v-17h10v17M14.5 9.5h5v11M2.5 20.5h19M7.8 7.5h3.4M7.8 11.5h3.4M7.8 15.5h3.4"
            }
            Self::List => "M8.5 6H21M8.5 12H21M8.5 18H21M4 6h.01M4 12h.01M4 18h.01",
            Self::External => "M10 5H4v15h15v-6M13.5 3.5h7v7M20 4l-9.5 9.5",
            Self::Menu => "M3.5 6h17M3.5 12h17M3.5 18h17",
            Self::Help => {
                "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.3 9.5a2.7 2.7 0 1 1 4 2.3c-.9.5-1.3 1-1.3 2M12 16.7h.01"
            }
            Self::Chart => "M4 3.5v17h17M8.5 16.5v-4M12.5 16.5V9M16.5 16.5V6",
            Self::Eye => {
                "M2 12c2.5-4.5 6-6.5 10-6.5s7.5 2 10 6.5c-2.5 4.5-6 6.5-10 6.5S4.5 16.5 2 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z"
            }
            Self::EyeOff => {
                "M6.5 7.2C4.7 8.3 3.2 9.9 2 12c2.5 4.5 6 6.5 10 6.5 1.7 0 3.3-.4 4.8-1.1M10 5.7c.7-.1 1.3-.2 2-.2 4 0 7.5 2 10 6.5-.6 1.1-1.3 2.1-2.1 2.9M10 10a3 3 0 0 0 4.1 4.1M3.5 3.5l17 17"
            }
            Self::Clip => {
                "M16.5 7v9.5a4.5 4.5 0 0 1-9 0v-10a3 3 0 0 1 6 0v9.5a1.5 1.5 0 0 1-3 0V7.5"
            }
            Self::Trash => "M4 6.5h16M9 6.5v-3h6v3M6 6.5l.8 14h10.4l.8-14M10 10.5v6M14 10.5v6",
        }
    }
}

/// Props of [`Icon`].
#[derive(PartialEq, Properties)]
pub struct IconProps {
    /// Which drawing.
    pub name: IconName,
    /// Further classes, for size (`icon-16`, `icon-20`, `icon-32`).
    #[prop_or_default]
    pub class: Classes,
}

/// A drawing beside words that say the same: hidden from assistive technology.
#[component]
pub fn Icon(props: &IconProps) -> Html {
    html! {
        <svg class={classes!("icon", props.class.clone())} viewBox="0 0 24 24" aria-hidden="true">
            <path d={props.name.drawing()} />
        </svg>
    }
}
