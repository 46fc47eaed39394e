//! Requests (M50–M60): drafts, sending them, the conversation, and the office's queue.

mod act;
mod bundle;
mod drafts;
mod expected;
mod list;
mod queue;
mod retention;
pub mod search;
pub mod service;
mod show;
mod submit;
mod table;
mod tell;
mod topics;
mod watch;

pub use retention::FORGET;
pub use watch::WATCH;

use shared::requests::{
    Act, Archive, Begin, DiscardDraft, Drafts, Export, ExportQueue, Files, Forgettable, Keep, Left,
    List, Look, Queue, RateSending, SaveDraft, Show, ShowDraft, Submit, Topics,
};

use crate::app::App;
use crate::http::route::{Route, download, of_company, signed_in};

/// The endpoints of this slice.
pub fn routes(app: &App) -> Vec<Route> {
    vec![
        signed_in::<SaveDraft, _, _>(app, drafts::save),
        signed_in::<Drafts, _, _>(app, drafts::list),
        signed_in::<ShowDraft, _, _>(app, drafts::show),
        signed_in::<DiscardDraft, _, _>(app, drafts::discard),
        signed_in::<Submit, _, _>(app, submit::submit),
        of_company::<Begin, _, _>(app, submit::begin),
        signed_in::<RateSending, _, _>(app, act::rate_sending),
        signed_in::<List, _, _>(app, list::list),
        download::<Export, _, _>(app, list::export),
        signed_in::<Show, _, _>(app, show::show),
        download::<Files, _, _>(app, bundle::hand_out),
        signed_in::<Act, _, _>(app, act::act),
        signed_in::<Look, _, _>(app, show::look),
        signed_in::<Archive, _, _>(app, list::archive),
        signed_in::<Keep, _, _>(app, drafts::keep),
        signed_in::<Left, _, _>(app, drafts::left),
        signed_in::<Queue, _, _>(app, queue::queue),
        download::<ExportQueue, _, _>(app, queue::export),
        signed_in::<Topics, _, _>(app, topics::topics),
        signed_in::<Forgettable, _, _>(app, retention::forgettable),
    ]
}
