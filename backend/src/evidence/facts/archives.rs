//! Facts from the fed archives.

use std::collections::HashMap;

use shared::calendar::{Day, Month, f24_due, uniemens_due};
use shared::durc::{Debt, DebtKind, Document, Gestione, Invitation};
use shared::evidence::{
    AppealFact, DebtFact, Facts, LetterFact, NoticeFact, NoticeState, Phase, WageFact,
};
use shared::ids::CompanyId;
use shared::money::Euro;
use shared::notices::{Cause, Side};

use super::Interruptions;
use super::record::{Record, all};
use crate::fault::Result;
use crate::store::ReadTx;

/// Adds what the archives of a company say.
pub fn gather(tx: &dyn ReadTx, company: CompanyId, today: Day, facts: &mut Facts) -> Result<()> {
    claims(tx, company, today, facts)?;
    let of = |slug| all(tx, company, slug, today);
    let interruptions = Interruptions::of(tx, company, today)?;
    for position in &mut facts.positions {
        position.interruptions = interruptions.of_position(&position.code).to_vec();
    }
    facts.appeals = of("ricorsi")?.iter().filter_map(appeal).collect();
    facts.wages = of("confronto-dm10-o1m")?.iter().filter_map(wages).collect();
    facts.letters = of("lettere-compliance")?.iter().filter_map(letter).collect();
    let checks = of("durc")?;
    facts.documents = checks.iter().filter_map(document).collect();
    facts.invitation =
        checks.iter().filter_map(invitation).max_by_key(|invitation| invitation.sent);
    Ok(())
}

/// Adds the notices and debts.
pub fn claims(tx: &dyn ReadTx, company: CompanyId, today: Day, facts: &mut Facts) -> Result<()> {
    let of = |slug| all(tx, company, slug, today);
    facts.notices = of("note-rettifica")?.iter().filter_map(notice).collect();
    let entries = of("iscrizioni-ruolo")?;
    let notified: HashMap<String, Day> = entries
        .iter()
        .filter_map(|entry| Some((entry.name("number"), entry.day("notified")?)))
        .collect();
    let debts = of("crediti")?;
    facts.debts =
        debts.iter().filter_map(|record| debt(record, &notified, &facts.notices)).collect();
    Ok(())
}

fn notice(record: &Record) -> Option<NoticeFact> {
    Some(NoticeFact {
        number: record.name("number"),
        gestione: Gestione::of_code(record.text("scheme")),
        code: record.name("matricola"),
        month: record.month("month")?,
        side: if record.says("side", "passiva") { Side::InFavour } else { Side::ToPay },
        difference: record.euro("differences").abs(),
        sanctions: record.euro("sanctions").abs(),
        paid: Euro::ZERO,
        payments: Vec::new(),
        issued: record.day("issued")?,
        notified: record.day("notified"),
        pay_by: record.day("pay_by"),
        causes: record.text("cause").map(Cause::of_code).into_iter().collect(),
        state: match record.text("state")? {
            "emessa" | "inviata" => NoticeState::Open,
            "contestata" => NoticeState::Contested,
            "recupero_crediti" => NoticeState::Recovery,
            _ => NoticeState::Closed,
        },
        durc: record.says("durc", "true"),
    })
}

/// What a debt comes from, by its code in the archive; none for a credit.
fn kind_of_debt(code: &str) -> Option<DebtKind> {
    Some(match code {
        "denuncia_insoluta" => DebtKind::UnpaidReturn,
        "sanzioni_regolarizzazione" => DebtKind::RegularisationSanctions,
        "nota_rettifica" => DebtKind::Notice,
        "confronto_retribuzioni" => DebtKind::WageComparison,
        "verbale_inps" => DebtKind::InstituteInspection,
        "verbale_altri" => DebtKind::OtherInspection,
        "denuncia_lavoratore" => DebtKind::WorkerReport,
        _ => return None,
    })
}

/// A debt; credits are none.
fn debt(
    record: &Record,
    notified: &HashMap<String, Day>,
    notices: &[NoticeFact],
) -> Option<DebtFact> {
    let kind = kind_of_debt(record.text("kind")?)?;
    let phase = Phase::of_code(record.text("phase")?)?;
    let from = record.month("competence_from")?;
    let to = record.month("competence_to").unwrap_or(from);
    let due = f24_due(to);
    let since = record.day("since").unwrap_or(due);
    let [contribution, sanctions, interest] =
        ["contributions", "sanctions", "interest"].map(|field| record.euro(field));
    let all = contribution + sanctions + interest;
    // What is left is what the archive says, whatever was paid or discharged; what is more than its parts has grown since. One below zero
    // stays so, and the check of the DURC sets the record aside.
    let left = record.euro("residual");
    let grown = (left - all).max(Euro::ZERO);
    let paid = if left.is_negative() { left } else { all + grown - left };
    let notice = record.text("notice").map(str::to_owned);
    let of_notice = notice.as_ref().and_then(|number| {
        notices.iter().find(|notice| notice.number == *number).and_then(|notice| notice.pay_by)
    });
    let is_return = kind == DebtKind::UnpaidReturn;
    let entry = record.text("roll_entry").map(str::to_owned);
    Some(DebtFact {
        debt: Debt {
            key: record.name("id"),
            gestione: Gestione::of_code(record.text("scheme")),
            code: record.text("matricola").map(str::to_owned),
            kind,
            competence: Some(from),
            due: if is_return { due } else { of_notice.unwrap_or(since) },
            return_due: is_return.then(|| uniemens_due(to)),
            contribution,
            sanctions,
            interest: interest + grown,
            paid,
            payments: Vec::new(),
            undated: Euro::ZERO,
            covers: Vec::new(),
        },
        phase,
        since,
        notified: match phase {
            Phase::DebitNotice | Phase::Entrusted => {
                entry.as_ref().and_then(|entry| notified.get(entry).copied()).or(Some(since))
            }
            Phase::FriendlyReminder => Some(since),
            _ => None,
        },
        notice,
        entry,
    })
}

fn appeal(record: &Record) -> Option<AppealFact> {
    let filed = record.day("filed")?;
    let pending = record.says("state", "pendente");
    Some(AppealFact {
        number: record.name("number"),
        gestione: Gestione::Employers,
        code: record.text("matricola").map(str::to_owned),
        amount: record.text("amount").map(|_| record.euro("amount")),
        notice: record.text("notice").map(str::to_owned),
        filed,
        decided: record.day("decided").or((!pending).then_some(filed)),
        granted: record.says("state", "accolto"),
        court: record.day("court"),
        judged: record.day("judged"),
    })
}

fn wages(record: &Record) -> Option<WageFact> {
    Some(WageFact {
        gestione: Gestione::Employers,
        code: record.name("matricola"),
        year: record.text("year")?.parse().ok()?,
        company: record.euro("dm_wages"),
        workers: record.euro("individual_wages"),
        settled: !record.says("state", "da_verificare"),
    })
}

fn letter(record: &Record) -> Option<LetterFact> {
    let from = record.month("from");
    let to: Option<Month> = record.month("to").or(from);
    Some(LetterFact {
        number: record.name("number"),
        gestione: Gestione::Employers,
        code: record.text("matricola").map(str::to_owned),
        months: from.zip(to),
        amount: record.text("amount").map(|_| record.euro("amount")),
        received: record.day("received")?,
        settled: !record.says("state", "ricevuta"),
    })
}

fn document(record: &Record) -> Option<Document> {
    let valid = record.says("state", "regolare") || record.says("state", "regolarizzato");
    let issued = record.day("issued").filter(|_| valid)?;
    Some(Document { protocol: record.name("protocol"), issued })
}

fn invitation(record: &Record) -> Option<Invitation> {
    let sent = record.day("invited").filter(|_| record.says("state", "invito"))?;
    Some(Invitation { checked: record.day("checked").unwrap_or(sent), sent })
}
