//! Clients as a file: those selected, or all that match.

use std::rc::Rc;

use shared::endpoint::url;
use shared::export::Format;
use shared::ids::CompanyId;
use shared::practice::{Clients, Export, MOST_NAMED, write_columns, write_filter, write_sort};
use yew::prelude::*;

use crate::export;
use crate::i18n::use_lang;
use crate::practice::sight::Sight;
use crate::practice::text::texts;
use crate::ui::{Chip, Icon, IconName, Notice, Severity, Sheet};

/// Props of [`ExportAll`].
#[derive(PartialEq, Properties)]
pub struct ExportAllProps {
    /// The clients.
    pub clients: Rc<Clients>,
    /// The rows of those that match.
    pub shown: Rc<[u32]>,
    /// What is shown.
    pub sight: Sight,
    /// What is searched.
    pub search: String,
}

/// All that match as a file, without selecting them first.
#[component]
pub fn ExportAll(props: &ExportAllProps) -> Html {
    let label = texts(use_lang()).export;
    let open = use_state_eq(|| false);
    let (show, close) = (open.setter(), open.setter());
    let onclose = Callback::from(move |()| close.set(false));
    let all = || {
        let id = |row: &u32| props.clients.id.get(*row as usize).copied();
        Rc::new(props.shown.iter().filter_map(id).collect::<Vec<_>>())
    };
    html! {
        <>
            <Chip {label} icon={IconName::Download} onclick={Callback::from(move |_: MouseEvent| show.set(true))} />
            if *open {
                <Exporting companies={all()} rest={Vec::new()} sight={props.sight.clone()} search={props.search.clone()} {onclose} />
            }
        </>
    }
}

/// Props of [`Exporting`].
#[derive(PartialEq, Properties)]
pub struct ExportingProps {
    /// The clients that the file shall hold.
    pub companies: Rc<Vec<CompanyId>>,
    /// Those that match the filter and the search and are not among them.
    pub rest: Vec<CompanyId>,
    /// What is shown.
    pub sight: Sight,
    /// What is searched.
    pub search: String,
    /// It is to be closed.
    pub onclose: Callback<()>,
}

/// The sheet: a link for each kind of file, made by the server with the columns and the order that are shown.
#[component]
pub fn Exporting(props: &ExportingProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let (count, rest) = (props.companies.len(), props.rest.len());
    let text = |text: String| (!text.is_empty()).then_some(text);
    let ids = |companies: &[CompanyId]| {
        text(companies.iter().map(ToString::to_string).collect::<Vec<_>>().join(","))
    };
    // The fewer are named: those selected, or those that are not.
    let by_rest = rest < count;
    let request = Export {
        columns: text(write_columns(&props.sight.columns)),
        filter: text(write_filter(&props.sight.filter)),
        sort: text(write_sort(&props.sight.sort)),
        search: text(props.search.trim().to_owned()),
        companies: if by_rest { None } else { ids(&props.companies) },
        except: if by_rest { ids(&props.rest) } else { None },
        format: Format::default(),
        lang: Some(lang),
    };
    let link = |format: Format| {
        let href = url(&Export { format, ..request.clone() }).unwrap_or_default();
        let target = (format == Format::Print).then_some("_blank");
        html! {
            <li class="list-item">
                <a class="item" {href} {target}>
                    <Icon name={IconName::Download} />
                    <span class="item-title">{ export::name(format, lang) }</span>
                </a>
            </li>
        }
    };
    html! {
        <Sheet open={true} title={(words.export_title)(count as u64)} onclose={props.onclose.clone()}>
            <div class="stack">
                <p class="muted">{ words.export_text }</p>
                if count.min(rest) <= MOST_NAMED {
                    <ul class="list" role="list">{ for Format::ALL.map(link) }</ul>
                } else {
                    <Notice severity={Severity::Info}><p>{ (words.export_many)(MOST_NAMED as u64) }</p></Notice>
                }
            </div>
        </Sheet>
    }
}
