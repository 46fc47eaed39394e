//! What the document of a conversation says besides the words of requests.

use shared::sections::{Phrase, phrase};

pub(super) const TITLE: Phrase = phrase("Conversazione", "Conversation", "Unterhaltung");
pub(super) const OFFICE: Phrase = phrase("Sede e unità", "Office and unit", "Stelle und Einheit");
