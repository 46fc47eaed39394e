//! What a receipt is worth, for whoever holds it.

use shared::fault::Fault;
use shared::register::{Verified, Verify, names_digest};

use super::days::place;
use super::table::{ANNULLED, REGISTER};
use crate::app::App;
use crate::fault::Result;
use crate::files;
use crate::http::call::{Answer, Visit};
use crate::offices::service as offices;

pub(super) async fn verify(app: App, _: Visit, request: Verify) -> Result<Answer<Verified>> {
    let key = place(request.number);
    app.store().read(|tx| {
        let row = REGISTER.get(tx, &key)?;
        let row = row.filter(|row| names_digest(&request.digest, &files::hexadecimal(&row.digest)));
        let row = row.ok_or(Fault::NotFound)?;
        let asked = request.file.as_deref().map(|file| files::parse(file.trim()));
        let came = row.files.unwrap_or_default();
        let verified = Verified {
            at: row.at,
            office_name: offices::name(tx, request.number.office, row.at.day_in_rome())?,
            digest: files::hexadecimal(&row.digest),
            attachments: row.attachments,
            file: asked.map(|asked| asked.is_some_and(|file| came.contains(&file.into()))),
            annulled: ANNULLED.exists(tx, &key)?,
            simulated: app.demo(),
        };
        Ok(verified.into())
    })
}
