//! The desk of the first practice: its tags and views, and what its consultant has not seen yet.

use shared::calendar::Day;
use shared::ids::{CompanyId, PersonId, PracticeId};
use shared::practice::{Column, Condition, Layout, Sort, TagColor, Test};

use super::Forge;
use super::companies::{Invented, Story};
use crate::changes::marks::Marks;
use crate::fault::Result;
use crate::practice::service::{furnish_tag, furnish_view};
use crate::store::WriteTx;

/// One in so many clients has changes that the consultant has not seen.
const UNSEEN: usize = 4;

/// Furnishes the desk.
pub(super) fn furnish(
    tx: &mut dyn WriteTx,
    practice: PracticeId,
    consultant: PersonId,
    clients: &[&Invented],
    forge: &mut Forge,
) -> Result<()> {
    tags(tx, practice, clients, forge)?;
    for (name, layout) in views() {
        let id = forge.id(forge.now);
        furnish_view(tx, practice, id, name, &layout)?;
    }
    see_most(tx, consultant, clients, forge.today)
}

fn tags(
    tx: &mut dyn WriteTx,
    practice: PracticeId,
    clients: &[&Invented],
    forge: &mut Forge,
) -> Result<()> {
    let ids = |keep: &dyn Fn(usize, &Invented) -> bool| -> Vec<CompanyId> {
        let kept = clients.iter().enumerate().filter(|(number, client)| keep(*number, client));
        kept.map(|(_, client)| client.id).collect()
    };
    let tags = [
        ("Da richiamare", TagColor::Red, ids(&|_, client| client.story == Story::Unpaid)),
        ("Edilizia", TagColor::Orange, ids(&|_, client| client.extract.name.contains("Edil"))),
        ("Paghe interne", TagColor::Blue, ids(&|_, client| client.size > 30)),
        ("Collaboratori", TagColor::Green, ids(&|_, client| client.extract.principal)),
        ("Nuovo cliente", TagColor::Grey, ids(&|number, _| number % 9 == 7)),
    ];
    for (name, color, companies) in tags {
        let id = forge.id(forge.now);
        furnish_tag(tx, practice, id, (name, color), companies)?;
    }
    Ok(())
}

fn views() -> [(&'static str, Layout); 3] {
    use Column as C;
    let condition =
        |column, test, value: &str| Condition { column, test, values: vec![value.to_owned()] };
    let by = |column, descending| vec![Sort { column, descending }];
    [
        (
            "Versamenti scoperti",
            Layout {
                columns: vec![
                    C::Name,
                    C::MonthsShort,
                    C::Missing,
                    C::NotBalanced,
                    C::Debts,
                    C::Assigned,
                    C::Tags,
                ],
                frozen: 1,
                sort: by(C::Missing, true),
                filter: vec![condition(C::MonthsShort, Test::AtLeast, "1")],
                pinned: Some(1),
            },
        ),
        (
            "Scadenze della settimana",
            Layout {
                columns: vec![
                    C::Name,
                    C::Deadline,
                    C::DeadlineKind,
                    C::Declared,
                    C::Dm,
                    C::Assigned,
                ],
                frozen: 1,
                sort: by(C::Deadline, false),
                filter: vec![condition(C::Deadline, Test::Within, "7")],
                pinned: Some(2),
            },
        ),
        (
            "Deleghe in scadenza",
            Layout {
                columns: vec![C::Name, C::Delegation, C::TaxCode, C::Matricola, C::Office],
                frozen: 1,
                sort: by(C::Delegation, false),
                filter: vec![condition(C::Delegation, Test::Within, "30")],
                pinned: Some(3),
            },
        ),
    ]
}

/// The consultant has looked at most clients.
fn see_most(
    tx: &mut dyn WriteTx,
    consultant: PersonId,
    clients: &[&Invented],
    today: Day,
) -> Result<()> {
    let marks = Marks::of(tx, consultant)?;
    for (number, client) in clients.iter().enumerate() {
        if number % UNSEEN != 0 {
            let standing = marks.standing(tx, client.id, None, today)?;
            marks.see_upto(tx, client.id, standing.last)?;
        }
    }
    Ok(())
}
