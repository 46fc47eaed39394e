//! A company today: what comes, what wants a look, due against paid, and beside it what happened.

use shared::declarations::{DeclarationRow, Scheme};
use shared::home::{self, CompanyHome, MonthSum};
use shared::ids::CompanyId;
use shared::lang::Lang;
use shared::money::Euro;
use shared::payments::PaidState;
use shared::session::Viewer;
use yew::prelude::*;

use super::text::texts;
use super::{attention, chart::chart, items, news, standing};
use crate::i18n::use_lang;
use crate::layout::hands_in;
use crate::remote::use_remote;
use crate::route::Route;
use crate::session::use_viewer;
use crate::ui::{
    Card, EmptyState, IconName, Link, LinkButton, List, ListItem, Shape, Skeleton, Tag, Tone,
};
use crate::words;

/// Props of [`OfCompany`].
#[derive(PartialEq, Properties)]
pub struct OfCompanyProps {
    /// Which company.
    pub company: CompanyId,
}

/// The first page of a company.
#[component]
pub fn OfCompany(props: &OfCompanyProps) -> Html {
    let (lang, viewer, company) = (use_lang(), use_viewer(), props.company);
    let figures = use_remote(&home::OfCompany { company, lang });
    figures.draw(lang, waiting, |home| full(home, company, &viewer, lang))
}

fn waiting() -> Html {
    html! {
        <div class="columns">
            <Skeleton shape={Shape::Chart} />
            <Skeleton shape={Shape::Card} />
            <Skeleton shape={Shape::Card} />
        </div>
    }
}

fn full(home: &CompanyHome, company: CompanyId, viewer: &Viewer, lang: Lang) -> Html {
    let words = texts(lang);
    let at = words::moment(home.at, lang);
    html! {
        <>
            <div class="columns railed">
                { standing::card(home, company, lang) }
                { items::card(words.deadlines, &home.deadlines, IconName::Calendar) }
                <Card title={words.to_look}>
                    if home.attention.is_empty() {
                        <EmptyState title={words.nothing} text={(words.nothing_text)(&at)} icon={IconName::CheckCircle} />
                    } else {
                        <List>{ for home.attention.iter().map(|matter| attention::item(matter, company, lang)) }</List>
                    }
                </Card>
                <div class="rail">
                    { news::card(home, lang) }
                    { latest(&home.declarations, company, lang) }
                </div>
                { contributions(home, company, viewer, lang) }
            </div>
            <p class="muted">{ (words.at)(&at) }</p>
        </>
    }
}

fn contributions(home: &CompanyHome, company: CompanyId, viewer: &Viewer, lang: Lang) -> Html {
    let words = texts(lang);
    if home.months.is_empty() {
        return html! {
            <Card title={words.contributions}>
                <EmptyState title={words.no_months} text={words.no_months_text} icon={IconName::Chart}>
                    if hands_in(viewer) {
                        <LinkButton href={Route::Intake.href()} icon={IconName::Upload}>{ words.import_file }</LinkButton>
                    }
                </EmptyState>
            </Card>
        };
    }
    let due: Euro = home.months.iter().map(|month| month.due).sum();
    let paid: Euro = home.months.iter().map(|month| month.paid).sum();
    // What is only not due yet is not missing.
    let late = |state| matches!(state, PaidState::Short | PaidState::Unpaid);
    let missing: Euro = home
        .months
        .iter()
        .filter(|month| late(month.state))
        .map(|month| month.due - month.paid)
        .sum();
    let months = home.months.iter();
    let months = months.map(|one| MonthSum { month: one.month, due: one.due, paid: one.paid });
    let (tone, verdict) = match missing > Euro::ZERO {
        true => (Tone::Red, (words.missing)(&words::euro(missing, lang)).into()),
        false => (Tone::Green, AttrValue::Static(words.all_paid)),
    };
    html! {
        <Card title={words.contributions} subtitle={(words.totals)(&words::euro(due, lang), &words::euro(paid, lang))}>
            <p class="verdict"><Tag {tone} label={verdict} /></p>
            { chart(AttrValue::Static(words.contributions), months, lang) }
            <p><Link href={Route::Payments { company }.href()}>{ words.month_by_month }</Link></p>
        </Card>
    }
}

fn latest(declarations: &[DeclarationRow], company: CompanyId, lang: Lang) -> Html {
    let words = texts(lang);
    let aside = html! { <Link href={Route::Declarations { company }.href()}>{ words.all_declarations }</Link> };
    html! {
        <Card title={words.declarations} {aside}>
            if declarations.is_empty() {
                <p class="muted">{ words.no_declarations }</p>
            } else {
                <List>{ for declarations.iter().map(|row| declaration(row, company, lang)) }</List>
            }
        </Card>
    }
}

fn declaration(row: &DeclarationRow, company: CompanyId, lang: Lang) -> Html {
    let (tone, state) = words::dm(row.state, lang);
    let of_whom = match row.scheme {
        Scheme::Employees => (texts(lang).workers)(row.workers),
        Scheme::Collaborators => words::scheme(row.scheme, lang).to_string(),
    };
    let description = [&of_whom, " · ", state.as_str()].concat();
    html! {
        <ListItem title={words::month_long(row.month, lang)} {description} icon={IconName::Document} {tone}
            figure={words::euro(row.due, lang)} href={Route::Declaration { company, declaration: row.id }.href()} />
    }
}
