//! The clients selected as a file.

use std::rc::Rc;

use shared::endpoint::url;
use shared::export::Format;
use shared::ids::CompanyId;
use shared::practice::Export;
use yew::prelude::*;

use crate::i18n::use_lang;
use crate::practice::sight::Sight;
use crate::practice::text::texts;
use crate::ui::{IconName, List, ListItem, Sheet};
