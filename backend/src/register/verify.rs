//! What a receipt is worth, for whoever holds it.

use shared::fault::Fault;
use shared::register::{Verified, Verify};

use super::days::{hex, place};
use super::table::{ANNULLED, REGISTER};
use crate::app::App;
use crate::companies::service as companies;
use crate::fault::Result;
use crate::http::call::{Answer, Visit};

pub(super) async fn verify(app: App, _: Visit, request: Verify) -> Result<Answer<Verified>> {
    let key = place(request.number);
    app.store().read(|tx| {
        let row = REGISTER.get(tx, &key)?;
        let is_it = |digest: &[u8; 32]| request.digest.trim().eq_ignore_ascii_case(&hex(digest));
        let row = row.filter(|row| is_it(&row.digest)).ok_or(Fault::NotFound)?;
        let verified = Verified {
            at: row.at,
            office_name: companies::office_name(request.number.office.as_str()),
            annulled: ANNULLED.exists(tx, &key)?,
            simulated: app.demo(),
        };
        Ok(verified.into())
    })
}
