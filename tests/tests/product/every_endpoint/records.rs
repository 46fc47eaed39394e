//! Requests about records of sections: each caller has one of their own, since correcting and removing want it as it was.

use backend::people::{Place, service as people};
use backend::sections::service::{self as sections, By};
use harness::{Client, TestApp};
use shared::ids::{CompanyId, ImportId};
use shared::sections::matters::credits::SECTION;
use shared::sections::{Cells, Correct, Document, Export, Index, List, Remove, Show, key};

use crate::every_endpoint::samples::{Sample, same, two};

/// A record as it is before anybody corrects it.
fn cells(number: u64, residual: &str) -> Cells {
    SECTION
        .fields
        .iter()
        .map(|field| match field.name {
            "id" => Some(format!("R{number}")),
            "residual" => Some(residual.to_owned()),
            _ => field.required.then(|| field.kind.sample()),
        })
        .collect()
}

/// Makes a record of the world's company; its number.
pub async fn made(app: &TestApp) -> u64 {
    let (now, import) = (app.app().now(), app.app().new_id::<shared::intake::Import>());
    app.write(move |tx| {
        let employee = people::by_persona(tx, "dipendente")?.map(|person| person.place);
        let Some(Place::Employee(company)) = employee else { return Ok(0) };
        let rows = sections::all(tx, company, &SECTION, now.day_in_rome())?;
        let number = rows.len() as u64 + import_number(import);
        sections::put(tx, now, company, &SECTION, cells(number, "100.00"), &By::Feed(import))?;
        Ok(number)
    })
    .await
}

/// A number that no other import has.
fn import_number(import: ImportId) -> u64 {
    u64::try_from(import.as_u128() & u128::from(u32::MAX)).unwrap_or_default()
}

/// The samples, in the order of the table.
pub fn samples(client: &Client, company: CompanyId, record: u64) -> Vec<Sample> {
    let section = SECTION.slug.to_owned();
    let named = key(&SECTION, &cells(record, "100.00"));
    let correct = |residual: &str| Correct {
        company,
        section: section.clone(),
        key: named.clone(),
        version: 1,
        reason: "Importo registrato male".to_owned(),
        cells: cells(record, residual),
    };
    let remove = |reason: &str| Remove {
        company,
        section: section.clone(),
        key: named.clone(),
        version: 1,
        reason: reason.to_owned(),
    };
    vec![
        same(client, &Index { company, titles: None }),
        same(client, &List { company, section: section.clone(), ..Default::default() }),
        same(client, &Show { company, section: section.clone(), key: named.clone() }),
        same(client, &Export { company, section: section.clone(), ..Default::default() }),
        same(
            client,
            &Document { company, section: section.clone(), key: named.clone(), lang: None },
        ),
        two(client, &correct("90.00"), &correct("80.00")),
        two(client, &remove("Registrato due volte"), &remove("Di un'altra azienda")),
    ]
}
