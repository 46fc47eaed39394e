//! A client beside the grid: what changed, what is to be known, the next steps.

use std::rc::Rc;

use shared::changes::{Seen, Since, Unseen};
use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::practice::Column;
use shared::session::{Viewer, WorkFor};
use yew::prelude::*;

use super::columns::Sheet;
use super::desk::Desk;
use super::text::texts;
use crate::changes;
use crate::i18n::use_lang;
use crate::keyboard::has_page;
use crate::remote::{explain, use_action, use_remote};
use crate::route::Route;
use crate::router::use_navigator;
use crate::session::{use_session, use_viewer};
use crate::ui::{
    Button, ButtonKind, ButtonSize, EmptyState, IconName, KeyValue, KeyValues, Link, LinkButton,
    Notice, Severity, Shape, Skeleton,
};

/// Changes shown.
const SHOWN: u16 = 5;
/// What is said of a client, where there is something to say.
const FACTS: [Column; 10] = [
    Column::Missing,
    Column::MonthsShort,
    Column::NotBalanced,
    Column::NotDeclared,
    Column::Evidence,
    Column::EvidenceDurc,
    Column::Unread,
    Column::Debt,
    Column::Deadline,
    Column::Delegation,
];

/// Props of [`Preview`].
#[derive(PartialEq, Properties)]
pub struct PreviewProps {
    /// The clients.
    pub desk: Rc<Desk>,
    /// The one shown.
    pub row: Option<u32>,
    /// Asks for the clients again.
    pub reload: Callback<()>,
}

/// The pane.
#[component]
pub fn Preview(props: &PreviewProps) -> Html {
    let lang = use_lang();
    let asks = has_page(use_viewer().role, Route::Requests);
    let words = texts(lang);
    let clients = &props.desk.clients;
    let found =
        props.row.map(|row| row as usize).and_then(|row| Some((row, *clients.id.get(row)?)));
    let Some((row, company)) = found else {
        return html! { <aside class="preview card" aria-label={words.pane}><EmptyState title={words.pane_empty} icon={IconName::Eye} /></aside> };
    };
    let sheet = Sheet { desk: props.desk.clone(), lang, asks };
    let fact = |column: Column| {
        let value = sheet.content(row, column)?;
        let nothing = matches!(clients.value(row, column), shared::practice::Value::None);
        (!nothing).then(|| KeyValue::html(words.column(column), value))
    };
    let facts: Vec<KeyValue> = FACTS.into_iter().filter_map(fact).collect();
    let code =
        sheet.content(row, Column::Matricola).or_else(|| sheet.content(row, Column::TaxCode));
    html! {
        <aside class="preview card" aria-label={words.pane}>
            <h2>{ sheet.content(row, Column::Name) }</h2>
            <p class="muted"><span class="mono">{ code }</span>{ " " }{ sheet.content(row, Column::Office) }</p>
            <p class="tags">{ sheet.content(row, Column::State) }{ sheet.content(row, Column::Dm) }</p>
            { sheet.tags(row) }
            <News {company} key={company.to_string()} reload={props.reload.clone()} />
            if !facts.is_empty() {
                <h3>{ words.to_know }</h3>
                <KeyValues items={facts} />
            }
            <LinkButton href={Route::Company { company }.href()} wide={true} size={ButtonSize::Medium}>{ words.open }</LinkButton>
            <Work {company} />
        </aside>
    }
}

#[derive(PartialEq, Properties)]
struct NewsProps {
    company: CompanyId,
    reload: Callback<()>,
}

/// What changed about the client.
#[component]
fn News(props: &NewsProps) -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let company = Some(props.company);
    let news = use_remote(&Since { company, limit: Some(SHOWN), ..Since::default() });
    let done = {
        let (own, all) = (news.reload.clone(), props.reload.clone());
        Callback::from(move |_: Unseen| {
            own.emit(());
            all.emit(());
        })
    };
    let seen = use_action::<Seen>(done);
    let list = news.draw(
        lang,
        || html! { <Skeleton shape={Shape::Lines} /> },
        |page| {
            let until = Some(changes::read_until(&page.items, news.at));
            let onclick = seen.run.reform(move |_: MouseEvent| Seen { companies: company.map(|one| vec![one]), change: None, until });
            match page.items.is_empty() {
                true => html! { <p class="muted">{ words.no_change }</p> },
                false => html! {
                    <>
                        <ul class="changes" role="list">{ for page.items.iter().map(|row| changes::change(row, lang, html! {})) }</ul>
                        <div class="row">
                            <Button kind={ButtonKind::Tertiary} size={ButtonSize::Small} busy={seen.busy} {onclick}>{ words.mark_seen }</Button>
                            <Link href={changes::href(company)}>{ words.all_changes }</Link>
                        </div>
                    </>
                },
            }
        },
    );
    html! {
        <>
            <h3>{ words.what_changed }</h3>
            { failed(seen.error.as_ref(), lang) }
            { list }
        </>
    }
}

fn failed(error: Option<&crate::api::CallError>, lang: Lang) -> Html {
    match error {
        None => html! {},
        Some(error) => {
            html! { <Notice severity={Severity::Error} live={true}><p>{ explain(lang, error) }</p></Notice> }
        }
    }
}

#[derive(PartialEq, Properties)]
struct WorkProps {
    company: CompanyId,
}

/// Begins to work for the client alone.
#[component]
fn Work(props: &WorkProps) -> Html {
    let (lang, session, navigator) = (use_lang(), use_session(), use_navigator());
    let done = Callback::from(move |viewer: Viewer| {
        session.began(viewer);
        if let Some(navigator) = &navigator {
            navigator.push(&Route::Today.href());
        }
    });
    let work = use_action::<WorkFor>(done);
    let company = Some(props.company);
    let onclick = work.run.reform(move |_: MouseEvent| WorkFor { company });
    html! {
        <>
            { failed(work.error.as_ref(), lang) }
            <Button kind={ButtonKind::Tertiary} size={ButtonSize::Medium} wide={true} busy={work.busy} {onclick}>{ texts(lang).work_for }</Button>
        </>
    }
}
