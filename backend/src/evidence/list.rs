//! Lists of evidence, and how much there is.

use shared::calendar::Day;
use shared::evidence::{Count, Counted, EvidenceRow, Kind, KindCount, List};
use shared::ids::CompanyId;
use shared::page::{Page, limit};

use super::board::{Held, Piece, held};
use crate::app::App;
use crate::fault::Result;
use crate::http::call::{Answer, Call};
use crate::keys::{cursor, from_cursor};
use crate::parameters::service as parameters;

/// Where a piece stands in a list: its next term, whether it leaves the DURC alone, whose it is, which.
pub type Place = (i64, bool, CompanyId, String);

/// A piece with the company it is of.
pub struct Item<'a> {
    pub held: &'a Held,
    pub piece: &'a Piece,
}

impl Item<'_> {
    fn order(&self) -> (i64, bool, CompanyId, &str) {
        let next = self.piece.deadline.map_or(i64::MAX, |deadline| deadline.day.epoch_days());
        let key = self.piece.tracked.evidence.key.as_str();
        (next, !self.piece.severity.durc, self.held.company, key)
    }

    fn place(&self) -> Place {
        let (next, spares, company, key) = self.order();
        (next, spares, company, key.to_owned())
    }

    /// As it travels.
    pub fn row(&self) -> EvidenceRow {
        self.held.row(self.piece)
    }
}

/// The pieces meant, in no order.
pub fn items<'a>(
    all: &'a [std::sync::Arc<Held>],
    which: &'a shared::evidence::Which,
    today: Day,
) -> Vec<Item<'a>> {
    let of_one = |held: &'a std::sync::Arc<Held>| {
        held.meant(which, today).map(move |piece| Item { held, piece })
    };
    all.iter().flat_map(of_one).collect()
}

/// The pieces in the order of the list.
pub fn sort(items: &mut [Item<'_>]) {
    items.sort_unstable_by(|one, other| one.order().cmp(&other.order()));
}

pub(super) async fn list(app: App, call: Call, request: List) -> Result<Answer<Page<EvidenceRow>>> {
    let after: Option<Place> = request.cursor.as_ref().map(from_cursor).transpose()?;
    let (today, which, size) = (app.today(), request.which(), limit(request.limit));
    app.store().read(|tx| {
        let all = held(tx, &app, &call.caller, request.company)?;
        let mut items = items(&all, &which, today);
        let total = items.len() as u64;
        if let Some((next, spares, company, key)) = &after {
            let after = (*next, *spares, *company, key.as_str());
            items.retain(|item| item.order() > after);
        }
        // Of very many only those of the page are put in order.
        if items.len() > size + 1 {
            items.select_nth_unstable_by(size, |one, other| one.order().cmp(&other.order()));
            items.truncate(size + 1);
        }
        sort(&mut items);
        let more = items.len() > size;
        items.truncate(size);
        let next = items.last().filter(|_| more).map(|item| cursor(&item.place()));
        let items = items.iter().map(Item::row).collect();
        Ok(Page { items, next, total: Some(total) }.into())
    })
}

pub(super) async fn count(app: App, call: Call, request: Count) -> Result<Answer<Counted>> {
    let today = app.today();
    app.store().read(|tx| {
        let all = held(tx, &app, &call.caller, request.company)?;
        let parameters = Some(parameters::current(tx)?.version);
        Ok(Counted { parameters, ..counted(&all, today) }.into())
    })
}

/// The open evidence of companies, counted on a day.
pub fn counted(all: &[std::sync::Arc<Held>], today: Day) -> Counted {
    let mut counted =
        Counted { checked: all.iter().map(|held| held.checked).min(), ..Counted::default() };
    let mut kinds = [[0_u32; 4]; 14];
    for held in all {
        let mut any = false;
        for piece in held.pieces.iter().filter(|piece| piece.tracked.state.is_open()) {
            any = true;
            let soon = |until: Day| until.days_since(today) <= 7;
            counted.open += 1;
            counted.new += u32::from(piece.tracked.state == shared::evidence::State::New);
            counted.soon += u32::from(piece.deadline.is_some_and(|next| soon(next.day)));
            counted.durc += u32::from(piece.severity.durc);
            let kind = usize::from(piece.tracked.evidence.kind.number() - 1);
            let age = match today.days_since(piece.tracked.since) {
                ..=7 => 0,
                8..=30 => 1,
                31..=90 => 2,
                _ => 3,
            };
            if let Some(count) = kinds.get_mut(kind).and_then(|ages| ages.get_mut(age)) {
                *count += 1;
            }
        }
        counted.companies += u32::from(any);
    }
    let kinds = Kind::ALL.into_iter().zip(kinds);
    let kinds = kinds.filter(|(_, ages)| ages.iter().any(|count| *count > 0));
    counted.kinds = kinds.map(|(kind, ages)| KindCount { kind, ages }).collect();
    counted
}
