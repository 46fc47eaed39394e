//! What is written for an act, and the act that it makes.

use shared::calendar::Day;
use shared::desk::{Filled, left_in};
use shared::ids::AttachmentId;
use shared::offices::OfficeCode;
use shared::requests::topics::Unit;
use shared::requests::{Action, Answer, Aspect, Kind, Outcome, Unsent, is_blank, is_phone};

/// How an office can end a request.
pub(super) const OUTCOMES: [Outcome; 4] =
    [Outcome::Accepted, Outcome::Partly, Outcome::Rejected, Outcome::NotPertinent];

/// What was written so far, whichever act it is for: so that changing one's mind loses nothing. What is for the office alone, and what is
/// said of how it went, stay apart from what the other side reads: they would come before whoever they are not for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Written {
    /// The words for the other side.
    pub text: String,
    /// What whoever takes or gives charge says to the company, and a customer beside the stars.
    pub comment: String,
    /// The words for the office alone.
    pub note: String,
    /// What was chosen: an outcome, a person, a request, stars; by its place or id.
    pub choice: String,
    /// What was good or hard, by its place.
    pub aspect: String,
    /// The unit, by its code.
    pub unit: String,
    /// The office, by its code; where it is now as long as none was chosen.
    pub office: Option<String>,
    /// The telephone number.
    pub phone: String,
    /// By which law.
    pub law: String,
    /// What comes next.
    pub next: String,
    /// Until when it can be contested.
    pub contestable: String,
    /// Documents.
    pub attachments: Vec<AttachmentId>,
}

/// A sort of words, by whom they are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    Text,
    Note,
    Comment,
}

/// The words that an act asks for first.
pub(super) const fn word_of(kind: Kind) -> Word {
    match kind {
        Kind::Take | Kind::Rate => Word::Comment,
        Kind::Assign | Kind::Note | Kind::Escalate | Kind::Return => Word::Note,
        Kind::Reply
        | Kind::CallBack
        | Kind::Withdraw
        | Kind::Reopen
        | Kind::Transfer
        | Kind::Ask
        | Kind::Answer
        | Kind::Close
        | Kind::Called
        | Kind::Merge => Word::Text,
    }
}

/// What an act still needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Missing {
    Text,
    Choice,
    Unit,
    Office,
    Phone,
    /// Fewer characters: the field that has too many says so itself.
    Brevity,
    /// What belongs in the place of a placeholder: each field says which is left in it.
    Value,
}

impl Written {
    /// With what the server kept of it.
    pub fn of(unsent: &Unsent) -> Self {
        let Unsent { kind: _, text, note, comment, law, next, attachments } = unsent.clone();
        Self { text, note, comment, law, next, attachments, ..Self::default() }
    }

    /// What the server keeps of it.
    pub fn unsent(&self, kind: Kind) -> Unsent {
        let Self { text, note, comment, law, next, attachments, .. } = self.clone();
        Unsent { kind, text, note, comment, law, next, attachments }
    }

    /// What of it is still unsent once an act was done with the rest.
    pub fn without(&self, kind: Kind) -> Self {
        let mut rest = self.clone();
        match kind {
            Kind::Note | Kind::Escalate | Kind::Return => rest.note.clear(),
            Kind::Take => rest.comment.clear(),
            Kind::Assign => {
                (rest.note, rest.comment, rest.choice) = <_>::default();
            }
            Kind::Rate => (rest.comment, rest.choice, rest.aspect) = <_>::default(),
            _ => {
                let Self { note, comment, .. } = rest;
                rest = Self { note, comment, ..Self::default() };
            }
        }
        rest
    }

    /// With what a text module says: after what was written, in place of nothing.
    pub fn with(&self, module: &Filled) -> Self {
        let (decision, law, next) = (self.text.clone(), self.law.clone(), self.next.clone());
        let mine = Filled { decision, law, next, contestable: None };
        let Filled { decision, law, next, .. } = mine.followed_by(module);
        let day = module.contestable.filter(|_| self.contestable.is_empty());
        Self {
            text: decision,
            law,
            next,
            contestable: day.map_or_else(|| self.contestable.clone(), |day| day.to_string()),
            ..self.clone()
        }
    }

    /// What goes beside an act: for the customer, and for the office alone; nothing where the act takes none.
    pub fn beside(&self, kind: Kind) -> (String, String) {
        let text = |takes: bool, text: &str| {
            Some(text.trim().to_owned()).filter(|_| takes).unwrap_or_default()
        };
        (text(kind.takes_comment(), &self.comment), text(kind.takes_note(), &self.note))
    }

    /// The words of an act, in whichever of its fields; of one that has none those beside it, which are its first field.
    pub fn words(&self, kind: Kind) -> String {
        match word_of(kind) {
            _ if kind == Kind::Answer => {
                [&self.text, &self.law, &self.next].map(|part| part.trim()).concat()
            }
            word => self.word(word).clone(),
        }
    }

    /// Words of a sort.
    pub const fn word(&self, word: Word) -> &String {
        match word {
            Word::Text => &self.text,
            Word::Note => &self.note,
            Word::Comment => &self.comment,
        }
    }

    /// The act, about a request that is with an office.
    ///
    /// # Errors
    /// What is missing, or too long, the first thing first.
    pub fn action(&self, kind: Kind, here: OfficeCode) -> Result<Action, Missing> {
        let (comment, note) = self.beside(kind);
        let is_long = |text: &String| text.trim().chars().count() > kind.longest();
        if [&self.words(kind), &comment, &note].into_iter().any(is_long) {
            return Err(Missing::Brevity);
        }
        let action = self.made(kind, here)?;
        match left_in(&action, &comment) {
            Some(_) => Err(Missing::Value),
            None => Ok(action),
        }
    }

    fn made(&self, kind: Kind, here: OfficeCode) -> Result<Action, Missing> {
        let said = || self.word(word_of(kind)).trim().to_owned();
        let needed = || Some(said()).filter(|text| !is_blank(text)).ok_or(Missing::Text);
        let outcome = || place(&OUTCOMES, &self.choice);
        let documents = || self.attachments.clone();
        Ok(match kind {
            // Documents say enough.
            Kind::Reply if !self.attachments.is_empty() => {
                Action::Reply { text: said(), attachments: documents() }
            }
            Kind::Reply => Action::Reply { text: needed()?, attachments: Vec::new() },
            Kind::CallBack => {
                let phone = self.phone.trim().to_owned();
                let phone = Some(phone).filter(|phone| is_phone(phone)).ok_or(Missing::Phone)?;
                Action::CallBack { phone, when: said() }
            }
            Kind::Withdraw => Action::Withdraw { reason: said() },
            Kind::Reopen => Action::Reopen { reason: needed()?, attachments: documents() },
            Kind::Rate => {
                let stars = self.choice.parse().map_err(|_| Missing::Choice)?;
                let aspect = place(&Aspect::ALL, &self.aspect);
                Action::Rate { stars, aspect, comment: said() }
            }
            Kind::Take => Action::Take,
            Kind::Assign => {
                Action::Assign { person: self.choice.parse().map_err(|_| Missing::Choice)? }
            }
            Kind::Transfer => Action::Transfer {
                office: match &self.office {
                    Some(office) => OfficeCode::parse(office).map_err(|_| Missing::Office)?,
                    None => here,
                },
                unit: Unit::parse(&self.unit).map_err(|_| Missing::Unit)?,
                reason: needed()?,
            },
            Kind::Ask => Action::Ask { text: needed()?, attachments: documents() },
            Kind::Answer => {
                let answer = Answer {
                    decision: needed()?,
                    law: self.law.trim().to_owned(),
                    next: self.next.trim().to_owned(),
                    contestable: Day::parse(&self.contestable),
                };
                Action::Answer { answer, outcome: outcome(), attachments: documents() }
            }
            Kind::Close => Action::Close {
                outcome: outcome().ok_or(Missing::Choice)?,
                comment: needed()?,
                attachments: documents(),
            },
            Kind::Called => Action::Called { text: needed()? },
            Kind::Note => Action::Note { text: needed()? },
            Kind::Escalate => Action::Escalate { reason: needed()? },
            Kind::Return => Action::Return { reason: needed()? },
            Kind::Merge => {
                let into = self.choice.parse().map_err(|_| Missing::Choice)?;
                Action::Merge { into, comment: said() }
            }
        })
    }
}

fn place<T: Copy>(all: &[T], value: &str) -> Option<T> {
    all.get(value.parse::<usize>().ok()?).copied()
}

#[cfg(test)]
mod tests {
    use shared::requests::{LONGEST_DETAILS, LONGEST_TEXT};

    use super::*;

    fn written(text: &str, choice: &str) -> Written {
        Written { text: text.to_owned(), choice: choice.to_owned(), ..Written::default() }
    }

    #[test]
    fn nothing_is_sent_half_written() {
        let office = OfficeCode::parse("7010").unwrap();
        let action = |written: &Written, kind| written.action(kind, office);
        let empty = Written::default();
        for kind in [Kind::Reply, Kind::Reopen, Kind::Ask, Kind::Answer, Kind::Called, Kind::Note] {
            assert_eq!(action(&empty, kind), Err(Missing::Text), "{kind:?}");
        }
        for kind in [Kind::Rate, Kind::Assign, Kind::Close, Kind::Merge] {
            assert_eq!(action(&written("x", ""), kind), Err(Missing::Choice), "{kind:?}");
        }
        assert_eq!(
            action(&written("\u{200b}", ""), Kind::Reply),
            Err(Missing::Text),
            "nothing to read"
        );
        for phone in ["", "domani"] {
            let call = Written { phone: phone.to_owned(), ..written("dopo le 15", "") };
            assert_eq!(action(&call, Kind::CallBack), Err(Missing::Phone), "{phone}");
        }
        assert_eq!(action(&written("x", ""), Kind::Transfer), Err(Missing::Unit));
        assert_eq!(action(&empty, Kind::Take), Ok(Action::Take));
        let attachments = vec![AttachmentId::from_u128(1)];
        let sent = Written { attachments: attachments.clone(), ..Written::default() };
        let text = String::new();
        assert_eq!(action(&sent, Kind::Reply), Ok(Action::Reply { text, attachments }));
        let long = Written { law: "x".to_owned(), ..written(&"x".repeat(LONGEST_TEXT), "") };
        assert_eq!(action(&long, Kind::Answer), Err(Missing::Brevity), "all together are too long");
        let blanks = Written { text: format!("\n{} ", long.text), ..Written::default() };
        assert!(action(&blanks, Kind::Reply).is_ok(), "blanks around it are not sent");
        let comment = "x".repeat(LONGEST_TEXT + 1);
        let both = Written { comment, ..written("", "01ARZ3NDEKTSV4RRFFQ69G5FAV") };
        assert_eq!(action(&both, Kind::Assign), Err(Missing::Brevity), "not the note");
        assert!(action(&long, Kind::Reply).is_ok() && action(&long, Kind::Take).is_ok());
        let rated = |comment: &str| Written { comment: comment.to_owned(), ..written("", "2") };
        let rate = Written { aspect: "1".to_owned(), ..rated("x") };
        let (aspect, comment) = (Some(Aspect::Complete), "x".to_owned());
        assert_eq!(action(&rate, Kind::Rate), Ok(Action::Rate { stars: 2, aspect, comment }));
        let long = rated(&"x".repeat(LONGEST_DETAILS + 1));
        assert_eq!(action(&long, Kind::Rate), Err(Missing::Brevity), "details are short");
        let withdraw = Action::Withdraw { reason: String::new() };
        assert_eq!(action(&empty, Kind::Withdraw), Ok(withdraw));
    }

    #[test]
    fn no_placeholder_goes_to_a_company_and_whatever_a_company_writes_does() {
        let office = OfficeCode::parse("7010").unwrap();
        let (left, own) = (written("Posizione {matricola}", "0"), written("{così}", "0"));
        for kind in [Kind::Answer, Kind::Close, Kind::Ask, Kind::Called] {
            assert_eq!(left.action(kind, office), Err(Missing::Value), "{kind:?}");
            assert!(own.action(kind, office).is_ok(), "{kind:?}");
        }
        for kind in [Kind::Reply, Kind::Reopen, Kind::Withdraw, Kind::Note] {
            let left = Written { note: left.text.clone(), ..left.clone() };
            assert!(left.action(kind, office).is_ok(), "{kind:?}");
        }
        let beside = Written { next: "Entro il {deadline}".to_owned(), ..own };
        assert_eq!(beside.action(Kind::Answer, office), Err(Missing::Value));
        assert!(beside.action(Kind::Close, office).is_ok(), "it is not sent with it");
        let comment = Written { comment: "{office}".to_owned(), ..Written::default() };
        assert_eq!(comment.action(Kind::Take, office), Err(Missing::Value));
    }

    #[test]
    fn documents_go_with_whatever_takes_some_and_with_nothing_else() {
        let office = OfficeCode::parse("7010").unwrap();
        let attachments = vec![AttachmentId::from_u128(1)];
        let note = "x".to_owned();
        let both = Written { attachments: attachments.clone(), note, ..written("x", "1") };
        for kind in [Kind::Reply, Kind::Reopen, Kind::Ask, Kind::Answer, Kind::Close, Kind::Note] {
            let made = both.action(kind, office).unwrap();
            let takes = kind.takes_documents();
            assert_eq!(made.attachments(), if takes { &attachments[..] } else { &[] }, "{kind:?}");
        }
    }

    #[test]
    fn what_is_for_colleagues_goes_beside_nothing_that_the_company_reads() {
        let (comment, note) = (" Domani. ".to_owned(), "Urgente".to_owned());
        let both = Written { comment, note, ..Written::default() };
        assert_eq!(both.beside(Kind::Take), ("Domani.".to_owned(), String::new()));
        assert_eq!(both.beside(Kind::Assign), ("Domani.".to_owned(), "Urgente".to_owned()));
        assert_eq!(both.beside(Kind::Answer), (String::new(), String::new()));
    }

    #[test]
    fn words_are_for_whom_they_were_written_whatever_is_done_next() {
        let office = OfficeCode::parse("7010").unwrap();
        let said = |text: &str, note: &str, comment: &str| Written {
            text: text.to_owned(),
            note: note.to_owned(),
            comment: comment.to_owned(),
            ..Written::default()
        };
        let all = Written { choice: "5".to_owned(), ..said("Risposta", "Tra noi", "Gentili") };
        let note = Action::Note { text: "Tra noi".to_owned() };
        assert_eq!(all.action(Kind::Note, office), Ok(note));
        for kind in [Kind::Escalate, Kind::Return] {
            assert!(matches!(
                all.action(kind, office),
                Ok(Action::Escalate { reason } | Action::Return { reason }) if reason == "Tra noi"
            ));
        }
        let ask = Action::Ask { text: "Risposta".to_owned(), attachments: Vec::new() };
        assert_eq!(all.action(Kind::Ask, office), Ok(ask));
        let rate = all.action(Kind::Rate, office);
        assert!(matches!(rate, Ok(Action::Rate { comment, .. }) if comment == "Gentili"));
        for kind in [Kind::Ask, Kind::Answer, Kind::Called, Kind::Reply, Kind::Reopen] {
            let only = said("", "Tra noi", "Gentili");
            assert_eq!(only.action(kind, office), Err(Missing::Text), "{kind:?}");
        }
        // What was not sent stays.
        assert_eq!(all.without(Kind::Ask), said("", "Tra noi", "Gentili"));
        assert_eq!(all.without(Kind::Rate), said("Risposta", "Tra noi", ""));
        assert_eq!(all.without(Kind::Assign), said("Risposta", "", ""));
        assert_eq!(Written { choice: String::new(), ..all.without(Kind::Note) }.note, "");
        assert_eq!(all.without(Kind::Note).text, "Risposta");
        let kept = Written { choice: String::new(), ..all };
        assert_eq!(Written::of(&kept.unsent(Kind::Note)), kept);
    }

    #[test]
    fn a_module_takes_nothing_away_from_what_was_written() {
        let module = Filled {
            decision: "Fatto.".to_owned(),
            next: "Nulla.".to_owned(),
            contestable: Day::new(2026, 12, 31),
            ..Filled::default()
        };
        let fresh = Written::default().with(&module);
        assert_eq!((fresh.text.as_str(), fresh.contestable.as_str()), ("Fatto.", "2026-12-31"));
        let mine = Written {
            law: "Art. 1".to_owned(),
            contestable: "2027-01-31".to_owned(),
            ..written("Mio.\n", "1")
        };
        let both = mine.with(&module);
        assert_eq!((both.text.as_str(), both.law.as_str()), ("Mio.\n\nFatto.", "Art. 1"));
        assert_eq!((both.contestable.as_str(), both.choice.as_str()), ("2027-01-31", "1"));
    }

    #[test]
    fn what_was_chosen_is_what_is_sent() {
        let office = OfficeCode::parse("7010").unwrap();
        let close = written(" Doppia ", "3").action(Kind::Close, office);
        let (outcome, comment) = (Outcome::NotPertinent, "Doppia".to_owned());
        assert_eq!(close, Ok(Action::Close { outcome, comment, attachments: Vec::new() }));
        let reason = "Competenza".to_owned();
        let away = Written { unit: "accounting".to_owned(), ..written(&reason, "") };
        let here = Action::Transfer { office, unit: Unit::ACCOUNTING, reason: reason.clone() };
        assert_eq!(away.action(Kind::Transfer, office), Ok(here));
        let wrong = Written { office: Some("70".to_owned()), ..away };
        assert_eq!(wrong.action(Kind::Transfer, office), Err(Missing::Office));
    }
}
