//! What a list shows, as a file: a table for spreadsheets, or a page to print.
//!
//! An endpoint that answers a file has `type Reply = File`, `effect: Effect::Export` and `rate: RateClass::Export`; it is a plain link
//! ([`crate::endpoint::url`]), and its answer is not JSON. Its request has the filters of the list, a `format` and, where the caller
//! wants the file in another language than their own, a `lang`.

use serde::{Deserialize, Serialize};

/// A list and the same as a file: the fields that choose rows are written once, since `deny_unknown_fields` and `flatten` do not go
/// together. The list has a cursor and a limit besides, the file a format and a language, and each is made from the other.
macro_rules! list_and_file {
    (
        $(#[$list_says:meta])+ $list:ident,
        $(#[$file_says:meta])+ $file:ident,
        { $($(#[$says:meta])+ $field:ident: $kind:ty,)+ }
    ) => {
        $(#[$list_says])+
        #[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields)]
        pub struct $list {
            $($(#[$says])+ pub $field: $kind,)+
            /// Where to go on.
            #[serde(skip_serializing_if = "Option::is_none", default)]
            pub cursor: Option<$crate::page::Cursor>,
            /// Rows a page.
            #[serde(skip_serializing_if = "Option::is_none", default)]
            pub limit: Option<u16>,
        }

        $(#[$file_says])+
        #[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields)]
        pub struct $file {
            $($(#[$says])+ pub $field: $kind,)+
            /// As what.
            #[serde(default)]
            pub format: $crate::export::Format,
            /// In which language, if not the caller's.
            #[serde(skip_serializing_if = "Option::is_none", default)]
            pub lang: Option<$crate::lang::Lang>,
        }

        impl $list {
            /// The same asked for as a file.
            pub fn export(
                self,
                format: $crate::export::Format,
                lang: Option<$crate::lang::Lang>,
            ) -> $file {
                let Self { $($field,)+ .. } = self;
                $file { $($field,)+ format, lang }
            }
        }

        impl $file {
            /// The list it is a file of.
            pub fn list(&self) -> $list {
                let Self { $($field,)+ .. } = self.clone();
                $list { $($field,)+ cursor: None, limit: None }
            }
        }
    };
}
pub(crate) use list_and_file;

/// In place of a reply: the answer is a file with a name and a type of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct File {}

/// As what a list is handed out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Comma-separated values as Italian spreadsheets read them: semicolons, decimal comma, UTF-8 with a byte order mark.
    #[default]
    Csv,
    /// A workbook: typed cells on the first sheet, who exported what and when on the second.
    Xlsx,
    /// A page to read and to print, A4.
    Print,
}

impl Format {
    /// Every format, in the order a chooser shows them.
    pub const ALL: [Format; 3] = [Format::Csv, Format::Xlsx, Format::Print];

    /// Most rows of a file; one that was cut says so in its head.
    pub const fn max_rows(self) -> usize {
        match self {
            Format::Csv | Format::Xlsx => 50_000,
            Format::Print => 5_000,
        }
    }

    /// The type of the file.
    pub const fn media_type(self) -> &'static str {
        match self {
            Format::Csv => "text/csv; charset=utf-8; header=present",
            Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Format::Print => "text/html; charset=utf-8",
        }
    }

    /// The end of the file's name.
    pub const fn extension(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Xlsx => "xlsx",
            Format::Print => "html",
        }
    }
}
