//! One check under way: the file is read, what is known of its companies is asked for, the report follows.

use anyhow::{Context, Result, anyhow};
use js_sys::Array;
use shared::calendar::Day;
use shared::parameters;
use shared::preflight::{Known, KnownMonth, MAX_ASKED, Reading, read};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::File;

use crate::file::Slices;

/// What is kept between the messages of the page.
#[derive(Default)]
pub struct Check(Option<(Reading, parameters::Set)>);

impl Check {
    /// Does what a message of the page asks for, and says what came of it.
    ///
    /// # Errors
    /// If the message is not one of the page's, or the browser does not hand the file out.
    pub fn hear(&mut self, message: &Array, say: &dyn Fn(&str, JsValue)) -> Result<()> {
        match message.get(0).as_string().as_deref() {
            Some("read") => self.read(message, say),
            Some("known") => self.report(&message.get(1), say),
            _ => Err(anyhow!("not a message of the page")),
        }
    }

    fn read(&mut self, message: &Array, say: &dyn Fn(&str, JsValue)) -> Result<()> {
        let file: File = message.get(1).dyn_into().map_err(|_| anyhow!("no file"))?;
        let day = message.get(2).as_string().and_then(|day| Day::parse(&day)).context("no day")?;
        let set = message.get(3).as_string().context("no parameters")?;
        let set = serde_json::from_str(&set)?;
        let progress = |percent: f64| say("progress", JsValue::from_f64(percent));
        let reading = read(Slices::of(file, &progress)?, day, &set)?;
        let about = reading.about();
        let requests = about.chunks(MAX_ASKED).map(|some| JsValue::from(Known::of(some).about));
        say("ask", requests.collect::<Array>().into());
        self.0 = Some((reading, set));
        Ok(())
    }

    /// The report by the replies of the server; by the file alone where there are none.
    fn report(&mut self, replies: &JsValue, say: &dyn Fn(&str, JsValue)) -> Result<()> {
        let (reading, set) = self.0.take().context("nothing was read")?;
        let known = match replies.dyn_ref::<Array>() {
            None => None,
            Some(replies) => Some(all(replies)?),
        };
        let report = reading.report(&set, known.as_deref())?;
        say("report", JsValue::from(serde_json::to_string(&report)?));
        Ok(())
    }
}

fn all(replies: &Array) -> Result<Vec<KnownMonth>> {
    let mut known = Vec::new();
    for reply in replies.iter() {
        let reply = reply.as_string().context("a reply that is no text")?;
        known.append(&mut serde_json::from_str::<Vec<KnownMonth>>(&reply)?);
    }
    Ok(known)
}
