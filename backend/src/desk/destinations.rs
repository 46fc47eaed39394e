//! Where a request can go.

use shared::desk::{Destination, Destinations, Places};
use shared::requests::topics::NamedUnit;

use crate::app::App;
use crate::fault::Result;
use crate::http::call::{Answer, Call};
use crate::parameters::service as parameters;

pub(super) async fn list(app: App, _: Call, _: Destinations) -> Result<Answer<Places>> {
    let today = app.today();
    app.store().read(|tx| {
        let offices = &parameters::current(tx)?.offices;
        let offered = offices.units.iter().filter(|one| !one.withdrawn);
        let units: Vec<NamedUnit> = offered.cloned().collect();
        // What another one has taken over is not there to be chosen.
        let all = offices.all(today).into_iter();
        let open = all.filter(|code| offices.competent(*code, today) == *code);
        let destination = |code| Destination {
            office: code,
            name: offices.name(code, today).unwrap_or_default().to_owned(),
            units: units
                .iter()
                .map(|one| one.unit)
                .filter(|unit| offices.has_unit(code, *unit, today))
                .collect(),
        };
        let mut open: Vec<_> = open.map(destination).collect();
        open.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(Places { units, offices: open }.into())
    })
}
