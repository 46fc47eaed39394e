//! The endpoint of [`shared::search`].

use shared::search::{Find, Found, Group, HITS, Hit, ImportHit, MAX_HITS};
use shared::sections::Subject;

use super::find::{self, search};
use super::query::Query;
use super::requests::{self, Look};
use super::text;
use super::visible::Visible;
use crate::app::App;
use crate::fault::Result;
use crate::http::call::{Answer, Call};
use crate::http::route::{Route, signed_in};
use crate::intake;

/// The endpoints of this slice.
pub fn routes(app: &App) -> Vec<Route> {
    // Hardly anything is asked for twice: what was found would only drive better things out of the memory for replies.
    vec![signed_in::<Find, _, _>(app, find).live()]
}

async fn find(app: App, call: Call, request: Find) -> Result<Answer<Found>> {
    let query = Query::read(&request.q)?;
    let limit = usize::from(request.limit.unwrap_or(HITS).clamp(1, MAX_HITS));
    let today = app.today();
    app.store().read(|tx| {
        let visible = Visible::of(tx, &call.caller, today)?;
        let (companies, records, complete) = search(tx, &visible, &query, limit)?;
        let (caller, limits) = (&call.caller, requests::LIMITS);
        let look = Look { tx, caller, visible: &visible, query: &query, today, limits };
        let asked = requests::search(&look, limit)?;
        let is_meant = |name: &str| text::fold(name).contains(&query.folded);
        let imports = intake::service::named(tx, caller.person, limit, is_meant)?;
        let imports = imports.into_iter().map(|(id, name)| ImportHit { id, name }).collect();
        Ok(Found {
            groups: groups(companies, records, limit),
            requests: asked.requests,
            attachments: asked.attachments,
            imports,
            complete: complete && asked.complete,
        }
        .into())
    })
}

/// Companies first, then the sections, the one with the best hit first; in each the best first, then by company.
fn groups(companies: Vec<find::Hit>, records: Vec<find::Hit>, limit: usize) -> Vec<Group> {
    let mut records = records;
    records.sort_by_key(|hit| hit.stored.section);
    let mut groups: Vec<Vec<find::Hit>> = Vec::new();
    for hit in records {
        match groups.last_mut().filter(|group| group[0].stored.section == hit.stored.section) {
            Some(group) => group.push(hit),
            None => groups.push(vec![hit]),
        }
    }
    for group in &mut groups {
        group.sort_by_cached_key(order);
    }
    groups.sort_by_key(|group| (group[0].rank, group[0].stored.section));
    let mut companies = companies;
    companies.sort_by_cached_key(order);
    let companies = (!companies.is_empty()).then_some(companies);
    companies.into_iter().chain(groups).map(|group| shown(group, limit)).collect()
}

fn order(hit: &find::Hit) -> impl Ord + use<> {
    // Titles of records are months, numbers and names; the latest and the highest come first among those of one company.
    let title = std::cmp::Reverse(hit.stored.title.clone());
    (hit.rank, text::fold(&hit.company_name), hit.company, title, hit.stored.key.clone())
}

fn shown(group: Vec<find::Hit>, limit: usize) -> Group {
    let section = group.first().and_then(|hit| hit.stored.section);
    let more = group.len() > limit;
    let hits = group.into_iter().take(limit).map(|hit| Hit {
        company: hit.company,
        company_name: hit.company_name,
        subject: hit.stored.section.map(|section| Subject { section, key: hit.stored.key }),
        title: hit.stored.title,
        detail: hit.stored.detail,
        rank: hit.rank,
    });
    Group { section, hits: hits.collect(), more }
}
