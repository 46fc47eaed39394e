//! The screen of what changed.

use shared::calendar::{Day, Instant};
use shared::changes::{ChangeRow, Export, Seen, Since};
use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::sections::SECTIONS;
use yew::prelude::*;

use super::row::change;
use super::text::{Texts, texts};
use crate::events;
use crate::export;
use crate::i18n::use_lang;
use crate::query::use_query;
use crate::remote::{Pages, explain, use_action, use_pages};
use crate::route::Route;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Card, Chip, Choice, Dialog, EmptyState, IconName, Link, Notice,
    Segment, SegmentedControl, Select, Severity, Shape, Skeleton, Toast, use_toasts,
};

/// Changes asked for at once.
const PAGE: u16 = 50;
/// How far back the list of everything goes, in days.
const BACK: i64 = 30;
/// What the query of the address says for everything, seen or not.
const ALL: &str = "tutte";

/// The screen.
#[component]
pub fn Changes() -> Html {
    let lang = use_lang();
    let words = texts(lang);
    let (company, set_company) = use_query("azienda");
    let (section, set_section) = use_query("archivio");
    let (which, set_which) = use_query("mostra");
    let wanted = company.and_then(|company| company.parse::<CompanyId>().ok());
    let since = (which.as_deref() == Some(ALL)).then(|| today().plus_days(-BACK));
    let number = section.as_ref().and_then(|number| number.parse().ok());
    let request =
        Since { company: wanted, since, section: number, limit: Some(PAGE), ..Since::default() };
    let pages = use_pages(&request);
    let toasts = use_toasts();
    let done = {
        let reload = pages.first.reload.clone();
        Callback::from(move |left: shared::changes::Unseen| {
            if let Some(toasts) = &toasts {
                toasts.show(Toast::new(Severity::Success, (words.marked)(left.changes)));
            }
            reload.emit(());
        })
    };
    let seen = use_action::<Seen>(done);
    let segments = vec![Segment::new("", words.unseen), Segment::new(ALL, words.everything)];
    let list = pages.first.draw(
        lang,
        || html! { <Skeleton shape={Shape::Card} count={6} /> },
        |_| match pages.rows.is_empty() {
            true => html! { <EmptyState title={words.none} text={words.none_text} icon={IconName::CheckCircle} /> },
            false => full(&pages, &seen.run, wanted, seen.busy, lang),
        },
    );
    html! {
        <>
            <div class="filters">
                <SegmentedControl legend={words.which} {segments} value={which.unwrap_or_default()}
                    onchange={set_which.reform(|value: AttrValue| Some(value.to_string()))} />
                <Select label={words.section} choices={sections(words, lang)} value={section.unwrap_or_default()}
                    onchange={set_section.reform(|value: AttrValue| Some(value.to_string()))} />
                if let Some(company) = wanted {
                    <Chip label={name_of(&pages, company, words)} icon={IconName::Building}
                        onremove={set_company.reform(|_: MouseEvent| None)} />
                }
                if !pages.rows.is_empty() {
                    { export::menu(lang, |format| Export { company: wanted, since, section: number, format, lang: Some(lang) }) }
                }
            </div>
            if let Some(error) = &seen.error {
                <Notice severity={Severity::Error} live={true}><p>{ explain(lang, error) }</p></Notice>
            }
            { list }
        </>
    }
}

fn today() -> Day {
    events::now().day_in_rome()
}

fn name_of(pages: &Pages<ChangeRow>, company: CompanyId, words: &Texts) -> AttrValue {
    let row = pages.rows.iter().find(|row| row.company == company);
    row.map_or(AttrValue::Static(words.one_company), |row| row.name.clone().into())
}

fn sections(words: &Texts, lang: Lang) -> Vec<Choice> {
    let every =
        Choice { value: AttrValue::Static(""), label: AttrValue::Static(words.every_section) };
    let one = |section: &&shared::sections::Section| Choice {
        value: section.number.to_string().into(),
        label: AttrValue::Static(section.words.title.of(lang)),
    };
    [every].into_iter().chain(SECTIONS.iter().map(one)).collect()
}

fn full(
    pages: &Pages<ChangeRow>,
    run: &Callback<Seen>,
    company: Option<CompanyId>,
    busy: bool,
    lang: Lang,
) -> Html {
    // What came after the list was read stays to be seen.
    let until = Some(read_until(&pages.rows, pages.first.at));
    let unseen = pages.rows.iter().any(|row| !row.seen);
    html! {
        <>
            if unseen {
                <MarkAll {busy} onmark={run.reform(move |()| Seen { companies: company.map(|one| vec![one]), change: None, until })} />
            }
            { for by_company(&pages.rows).map(|rows| group(rows, pages.first.at, run, lang)) }
            { pages.foot(lang) }
        </>
    }
}

/// The moment the list was read, or the latest change in it should this device's clock be behind.
pub fn read_until(rows: &[ChangeRow], read: Instant) -> Instant {
    rows.iter().map(|row| row.at).fold(read, Instant::max)
}

/// The rows of each company, which follow one another.
fn by_company(rows: &[ChangeRow]) -> impl Iterator<Item = &[ChangeRow]> {
    rows.chunk_by(|one, other| one.company == other.company)
}

fn group(rows: &[ChangeRow], read: Instant, run: &Callback<Seen>, lang: Lang) -> Html {
    let words = texts(lang);
    let Some(first) = rows.first() else { return html! {} };
    let company = first.company;
    let until = Some(read_until(rows, read));
    let mark = run.reform(move |_: MouseEvent| Seen {
        companies: Some(vec![company]),
        change: None,
        until,
    });
    let aside = html! {
        <span class="row">
            <Link href={Route::Company { company }.href()}>{ words.open }</Link>
            if rows.iter().any(|row| !row.seen) {
                <Button kind={ButtonKind::Tertiary} size={ButtonSize::Small} onclick={mark}>{ words.mark_company }</Button>
            }
        </span>
    };
    html! {
        <Card key={company.to_string()} title={first.name.clone()} {aside}>
            <ul class="changes" role="list">{ for rows.iter().map(|row| change(row, lang, one(row, run, words))) }</ul>
        </Card>
    }
}

/// The button of one change.
fn one(row: &ChangeRow, run: &Callback<Seen>, words: &'static Texts) -> Html {
    if row.seen {
        return html! { <span class="muted small">{ words.seen }</span> };
    }
    let (company, number) = (row.company, row.number);
    let onclick = run.reform(move |_: MouseEvent| Seen {
        companies: Some(vec![company]),
        change: Some(number),
        until: None,
    });
    html! { <Button kind={ButtonKind::Ghost} size={ButtonSize::Small} icon={IconName::Check} {onclick}>{ words.mark_one }</Button> }
}

#[derive(PartialEq, Properties)]
struct MarkAllProps {
    busy: bool,
    onmark: Callback<()>,
}

/// Marks everything listed, after asking: it cannot be taken back.
#[component]
fn MarkAll(props: &MarkAllProps) -> Html {
    let words = texts(use_lang());
    let asking = use_state_eq(|| false);
    let (ask, close) = (asking.setter(), asking.setter());
    let sure = {
        let (asking, mark) = (asking.setter(), props.onmark.clone());
        Callback::from(move |_: MouseEvent| {
            asking.set(false);
            mark.emit(());
        })
    };
    html! {
        <div class="row">
            <Button kind={ButtonKind::Tertiary} size={ButtonSize::Medium} icon={IconName::Check} busy={props.busy}
                onclick={Callback::from(move |_| ask.set(true))}>{ words.mark_all }</Button>
            <Dialog open={*asking} title={words.mark_all_title} onclose={Callback::from(move |()| close.set(false))}
                actions={html! { <Button onclick={sure}>{ words.mark_all }</Button> }}>
                <p>{ words.mark_all_text }</p>
            </Dialog>
        </div>
    }
}
