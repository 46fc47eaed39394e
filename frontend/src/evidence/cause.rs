//! Why there is evidence, in one plain sentence made of what is known.

use shared::durc::Stage;
use shared::evidence::Cause;
use shared::lang::Lang;

use super::text::{causes, names};
use crate::words;

/// The sentence.
pub(super) fn sentence(cause: &Cause, lang: Lang) -> String {
    let (says, names) = (causes(lang), names(lang));
    let euro = |amount| words::euro(amount, lang);
    let day = |day| words::day(day, lang);
    match cause {
        Cause::Notice { number, causes } => {
            let causes: Vec<&str> =
                causes.iter().map(|cause| (names.notice_cause)(*cause)).collect();
            (says.notice)(number, &causes.join(", "))
        }
        Cause::Predicted { declared, due } => (says.predicted)(&euro(*declared), &euro(*due)),
        Cause::RowsRefused { errors, .. } => (says.rows_refused)(u64::from(*errors)),
        Cause::NothingPaid => says.nothing_paid.to_owned(),
        Cause::NoReturn => says.no_return.to_owned(),
        Cause::NoReturnForPayment { .. } => says.no_return_for_payment.to_owned(),
        Cause::NothingOwed { .. } => says.nothing_owed.to_owned(),
        Cause::WrongPosition { code, .. } => (says.wrong_position)(&words::matricola(code)),
        Cause::CreditNotBacked { backed, .. } => (says.not_backed)(&euro(*backed)),
        Cause::Discarded { .. } => says.discarded.to_owned(),
        Cause::NotBalanced { state } => (says.not_balanced)(&words::dm(*state, lang).1),
        Cause::AppealPending { number, filed } => (says.appeal)(number, &day(*filed)),
        Cause::RateDiffers { groups, declared, expected } => {
            (says.rate)(&euro(*declared), &euro(*expected), &groups.join(", "))
        }
        Cause::Owed { origin, phase, since } => {
            (says.owed)((names.origin)(*origin), (names.phase)(*phase), &day(*since))
        }
        Cause::ContestLost { origin, court, ended } => {
            (says.contest_lost)((names.origin)(*origin), *court, &day(*ended))
        }
        Cause::DurcExpires { protocol, stage, expires } => match stage {
            Stage::Expired => (says.expired)(protocol, &day(*expires)),
            _ => (says.expires)(protocol, &day(*expires)),
        },
        Cause::DurcInvitation { sent } => (says.invitation)(&day(*sent)),
        Cause::WagesDiffer { company, workers } => (says.wages)(&euro(*company), &euro(*workers)),
        Cause::ComplianceLetter { number } => (says.letter)(number),
    }
}
