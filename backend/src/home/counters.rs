//! What whoever works for several companies has to see to, counted over all of them; each figure leads to its page.

use shared::calendar::{Day, Month};
use shared::home::Counter;
use shared::lang::Lang;
use shared::sections::{Phrase, phrase};

use crate::access::Caller;
use crate::deadlines::terms::Terms;
use crate::fault::Result;
use crate::practice::grid::{Memory, Open, Row};
use crate::requests::service::Tallies;
use crate::store::ReadTx;

/// Days ahead in which a deadline is near, and the end of a delegation.
const SOON: i64 = 7;
const ENDS_SOON: i64 = 30;

/// What is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Sums {
    /// Evidence that nobody has seen.
    evidence: u32,
    /// Requests to read.
    unread: u32,
    /// Deadlines that are near and not done.
    soon: u32,
    /// Delegations that end soon.
    expiring: u32,
    /// Changes not seen.
    changes: u32,
    /// Companies that want a look.
    attention: u32,
}

/// The counters of whoever calls, over their companies. Who answers requests has their queue; who has no companies yet is told where to begin.
///
/// # Errors
/// Those of the store.
pub fn of(
    tx: &dyn ReadTx,
    memory: Memory<'_>,
    caller: &Caller,
    rows: &[Row],
    today: Day,
    lang: Lang,
) -> Result<Vec<Counter>> {
    let role = caller.role;
    let counter = |(count, href, (one, many), _): Told| {
        Counter(count, (if count == 1 { one } else { many }).of(lang).to_owned(), href.to_owned())
    };
    if rows.is_empty() && role.has_clients() {
        return Ok(vec![counter((0, CLIENTS, (BEGIN, BEGIN), true))]);
    }
    let sums = sums(tx, memory, caller, rows, today)?;
    let asks = !role.is_staff();
    let told: [Told; 6] = [
        (sums.evidence, "/evidenze?stato=nuove", EVIDENCE, true),
        (sums.unread, "/richieste", UNREAD, asks),
        (sums.soon, "/scadenze", SOON_DUE, asks),
        (sums.expiring, "/clienti?mostra=deleghe", EXPIRING, role.has_clients()),
        (sums.changes, "/novita", CHANGES, true),
        (sums.attention, "/clienti?mostra=da-guardare", ATTENTION, true),
    ];
    Ok(told.into_iter().filter(|(.., has)| *has).map(counter).collect())
}

fn sums(
    tx: &dyn ReadTx,
    memory: Memory<'_>,
    caller: &Caller,
    rows: &[Row],
    today: Day,
) -> Result<Sums> {
    let terms = Terms::between(today, today.plus_days(SOON));
    let tallies = Tallies::of(tx, memory.requests, caller, today)?;
    let (evidence, mut sums) = (memory.evidence.on(tx, today)?, Sums::default());
    for Row { client, standing, summary } in rows {
        sums.evidence += Open::of(&evidence, client.company)?.new;
        if !caller.role.is_staff() {
            sums.unread += tallies.company(tx, client.company)?.unread;
        }
        terms.each(summary, Month::of(today), |due| {
            let soon = !due.done && (0..=SOON).contains(&due.day.days_since(today));
            sums.soon += u32::from(soon);
        });
        let ends_soon = |until: Day| until.days_since(today) <= ENDS_SOON;
        sums.expiring += u32::from(client.until.is_some_and(ends_soon));
        sums.changes = sums.changes.saturating_add(standing.unseen());
        sums.attention += u32::from(summary.wants_a_look());
    }
    Ok(sums)
}

/// How many, where they are, what one and many of them are called, whether the caller has them.
type Told = (u32, &'static str, (Phrase, Phrase), bool);

const CLIENTS: &str = "/clienti";
const BEGIN: Phrase = phrase(
    "clienti: che cosa fare per cominciare",
    "clients: what to do to begin",
    "Kunden: womit Sie beginnen",
);
const EVIDENCE: (Phrase, Phrase) = (
    phrase("evidenza nuova", "new piece of evidence", "neue Auffälligkeit"),
    phrase("evidenze nuove", "new pieces of evidence", "neue Auffälligkeiten"),
);
const UNREAD: (Phrase, Phrase) = (
    phrase("richiesta da leggere", "request to read", "Anfrage zu lesen"),
    phrase("richieste da leggere", "requests to read", "Anfragen zu lesen"),
);
const SOON_DUE: (Phrase, Phrase) = (
    phrase("scadenza in 7 giorni", "deadline within 7 days", "Frist in 7 Tagen"),
    phrase("scadenze in 7 giorni", "deadlines within 7 days", "Fristen in 7 Tagen"),
);
const EXPIRING: (Phrase, Phrase) = (
    phrase(
        "delega che finisce in 30 giorni",
        "delegation ending within 30 days",
        "Vollmacht, die in 30 Tagen endet",
    ),
    phrase(
        "deleghe che finiscono in 30 giorni",
        "delegations ending within 30 days",
        "Vollmachten, die in 30 Tagen enden",
    ),
);
const CHANGES: (Phrase, Phrase) = (
    phrase("novità non vista", "change not seen", "nicht gesehene Änderung"),
    phrase("novità non viste", "changes not seen", "nicht gesehene Änderungen"),
);
const ATTENTION: (Phrase, Phrase) = (
    phrase("da guardare", "to look at", "anzusehen"),
    phrase("da guardare", "to look at", "anzusehen"),
);
