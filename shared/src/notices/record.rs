//! A notice as the archive of the company's file holds it.

use serde::{Deserialize, Serialize};

use super::{Cause, GroupFigures, NoticeParameters, Recalculation, Side, half};
use crate::calendar::{Day, Month, f24_due};
use crate::evidence::Settled;
use crate::fiscal::Matricola;
use crate::money::{Euro, Rate};
use crate::offices::office_of;
use crate::parameters::{Missing, Parameter};
use crate::sanctions;
use crate::sections::matters::notices::SECTION;
use crate::sections::{Cells, Code};

/// Where a notice stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Issued, not yet notified.
    Issued,
    /// Notified.
    Sent,
    /// In credit recovery.
    Recovery,
    /// Contested.
    Contested,
    /// Being paid in instalments.
    Instalments,
    /// Paid.
    Paid,
    /// Paid with half the sanctions.
    PaidHalved,
    /// Its credit was used.
    Used,
    /// Cancelled or recalculated.
    Cancelled,
}

impl Stage {
    /// Every stage, the open ones first.
    pub const ALL: [Self; 9] = [
        Self::Issued,
        Self::Sent,
        Self::Recovery,
        Self::Contested,
        Self::Instalments,
        Self::Paid,
        Self::PaidHalved,
        Self::Used,
        Self::Cancelled,
    ];

    /// Its code in the archive and in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Issued => "emessa",
            Self::Sent => "inviata",
            Self::Recovery => "recupero_crediti",
            Self::Contested => "contestata",
            Self::Instalments => "rateizzata",
            Self::Paid => "pagata",
            Self::PaidHalved => "pagata_ridotta",
            Self::Used => "utilizzata",
            Self::Cancelled => "annullata",
        }
    }

    /// The stage of a code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.code() == code)
    }

    /// Its words and colour in the archive.
    pub fn listed(self) -> Option<&'static Code> {
        SECTION.field("state")?.1.kind.code(self.code())
    }

    /// Whether something is still to be done about it.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Issued | Self::Sent | Self::Recovery | Self::Contested)
    }
}

impl Cause {
    /// Its words in the archive.
    pub fn listed(self) -> Option<&'static Code> {
        SECTION.field("cause")?.1.kind.code(self.code())
    }
}

/// What a record says of a notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// Its number.
    pub number: String,
    /// Position.
    pub matricola: Matricola,
    /// Month of competence.
    pub month: Month,
    /// Whom it favours.
    pub side: Side,
    /// Why it was issued.
    pub cause: Cause,
    /// Difference of contributions, not below zero on either side.
    pub difference: Euro,
    /// Civil sanctions printed, not below zero.
    pub sanctions: Euro,
    /// Total printed, not below zero.
    pub total: Euro,
    /// The day it was issued.
    pub issued: Day,
    /// The day it was notified.
    pub notified: Option<Day>,
    /// The last day to pay that it prints.
    pub pay_by: Option<Day>,
    /// Yearly rate of the sanctions that it prints.
    pub rate: Option<Rate>,
    /// Where it stands.
    pub stage: Stage,
    /// What of it was paid, or of its credit used, while something is left; its archive does not say.
    pub part_paid: Euro,
    /// Whether it stands in the way of the DURC.
    pub durc: bool,
}

impl Recorded {
    /// Reads a record; nothing of one without what every notice has.
    pub fn read(cells: &Cells) -> Option<Self> {
        let text = |field: &str| {
            let (place, _) = SECTION.field(field)?;
            cells.get(place)?.as_deref()
        };
        let euro = |field| text(field).and_then(|amount| Euro::parse(amount).ok()).map(Euro::abs);
        let day = |field| text(field).and_then(Day::parse);
        let difference = euro("differences")?;
        let sanctions = euro("sanctions").unwrap_or_default();
        Some(Self {
            number: text("number")?.to_owned(),
            matricola: Matricola::parse(text("matricola")?).ok()?,
            month: Month::parse(text("month")?)?,
            side: if text("side")? == "passiva" { Side::InFavour } else { Side::ToPay },
            cause: text("cause").map_or(Cause::Other, Cause::of_code),
            difference,
            sanctions,
            total: euro("total").unwrap_or(difference + sanctions),
            issued: day("issued")?,
            notified: day("notified"),
            pay_by: day("pay_by"),
            rate: text("rate").and_then(|rate| Rate::from_percent_str(rate).ok()),
            stage: Stage::of_code(text("state")?)?,
            part_paid: Euro::ZERO,
            durc: text("durc") == Some("true"),
        })
    }

    /// Puts it at the stage to which payments have brought it since its archive was fed, or counts what they paid of it; says on which day
    /// they settled it.
    pub fn settle(&mut self, settled: &[Settled]) -> Option<Day> {
        let is_it = |one: &&Settled| one.archive == SECTION.slug && one.number == self.number;
        let found = settled.iter().find(is_it)?;
        match found.state {
            Some(state) => {
                self.stage = Stage::of_code(state)?;
                found.last
            }
            None => {
                let asked = match self.side {
                    Side::ToPay => self.difference + self.sanctions,
                    Side::InFavour => self.difference,
                };
                self.part_paid = (asked - found.left).max(Euro::ZERO);
                None
            }
        }
    }

    /// Recalculated less declared: above zero where there is something to pay.
    pub fn signed(&self) -> Euro {
        match self.side {
            Side::ToPay => self.difference,
            Side::InFavour => -self.difference,
        }
    }

    /// Whether it can still be paid.
    pub fn is_payable(&self) -> bool {
        self.stage.is_open() && self.side == Side::ToPay
    }

    /// The last day on which half the sanctions are enough, with what is then still paid; nothing where they are not halved, or the notice
    /// is settled.
    ///
    /// # Errors
    /// [`Missing`] where it is not known whether they are halved.
    pub fn halved(&self, known: &NoticeParameters) -> Result<Option<(Day, Euro)>, Missing> {
        let Some(notified) = self.notified else { return Ok(None) };
        if !self.is_payable() || self.sanctions.is_zero() {
            return Ok(None);
        }
        let term = known.halving.on(Parameter::NoticeHalving, notified)?.value;
        Ok(term.map(|term| {
            let until = notified.plus_days(term.days.into());
            let enough = self.difference + half(self.sanctions) - self.part_paid;
            (until, enough.max(Euro::ZERO))
        }))
    }

    /// What a new calculation starts from, at a yearly rate of sanctions that are capped as the parameters say. Without groups of its own the
    /// whole difference is one.
    pub fn recalculation(
        &self,
        groups: Vec<GroupFigures>,
        rate: Rate,
        sanctions: &sanctions::Parameters,
    ) -> Recalculation {
        Recalculation {
            matricola: self.matricola,
            office: office_of(&self.matricola),
            month: self.month,
            groups,
            issued: self.issued,
            notified: self.notified,
            paid: self.part_paid,
            rate,
            cap: sanctions::omission_cap(sanctions, f24_due(self.month), self.issued),
        }
    }

    /// The whole difference as one group: what a record says without the return.
    pub fn as_one_group(&self) -> GroupFigures {
        let (declared, due) = match self.side {
            Side::ToPay => (Euro::ZERO, self.difference),
            Side::InFavour => (self.difference, Euro::ZERO),
        };
        GroupFigures { group: String::new(), workers: 0, declared, due, cause: self.cause }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(said: &[(&str, &str)]) -> Cells {
        let mut cells: Cells = vec![None; SECTION.fields.len()];
        for (field, text) in said {
            let (place, _) = SECTION.field(field).unwrap();
            cells[place] = Some((*text).to_owned());
        }
        cells
    }

    const PRINTED: [(&str, &str); 11] = [
        ("number", "NR1"),
        ("state", "inviata"),
        ("month", "2023-02"),
        ("matricola", "5100000152"),
        ("side", "attiva"),
        ("cause", "aliquota"),
        ("differences", "1559.52"),
        ("sanctions", "139.29"),
        ("total", "1698.81"),
        ("issued", "2024-10-01"),
        ("notified", "2024-10-01"),
    ];

    fn known() -> NoticeParameters {
        serde_json::from_str(super::super::SHIPPED).unwrap()
    }

    #[test]
    fn a_record_is_read_and_halved() {
        let notice = Recorded::read(&cells(&PRINTED)).unwrap();
        assert_eq!(
            (notice.cause, notice.stage, notice.side),
            (Cause::Rate, Stage::Sent, Side::ToPay)
        );
        let until = Day::parse("2024-10-31").unwrap();
        assert_eq!(notice.halved(&known()), Ok(Some((until, Euro::from_cents(1_629_17)))));
        assert_eq!(notice.signed(), Euro::from_cents(1_559_52));
        let settled = Recorded { stage: Stage::Paid, ..notice.clone() };
        assert_eq!(settled.halved(&known()), Ok(None));
        let ancient = Recorded { notified: Day::parse("2009-12-31"), ..notice };
        assert!(ancient.halved(&known()).is_err());
    }

    #[test]
    fn what_was_paid_of_it_is_counted_and_no_more_asked_for() {
        let fed = Recorded::read(&cells(&PRINTED)).unwrap();
        let day = |text| Day::parse(text).unwrap();
        let told = |number: &str, state, left| Settled {
            archive: SECTION.slug,
            number: number.to_owned(),
            state,
            left: Euro::from_cents(left),
            last: Some(day("2024-10-10")),
        };
        let mut part = fed.clone();
        assert_eq!(
            part.settle(&[told("NR2", Some("pagata"), 0), told("NR1", None, 1_198_81)]),
            None
        );
        assert_eq!((part.stage, part.part_paid), (Stage::Sent, Euro::from_whole(500)));
        let enough = Euro::from_cents(1_129_17);
        assert_eq!(part.halved(&known()), Ok(Some((day("2024-10-31"), enough))));
        let mut whole = fed.clone();
        assert_eq!(whole.settle(&[told("NR1", Some("pagata"), 0)]), Some(day("2024-10-10")));
        assert_eq!((whole.stage, whole.part_paid), (Stage::Paid, Euro::ZERO));
        let mut none = fed.clone();
        assert_eq!((none.settle(&[]), &none), (None, &fed));
        let mut credit = Recorded { side: Side::InFavour, ..fed };
        assert_eq!(credit.settle(&[told("NR1", None, 1_000_00)]), None);
        assert_eq!(credit.part_paid, Euro::from_cents(559_52));
    }

    #[test]
    fn amounts_below_zero_and_unknown_codes() {
        let mut said = PRINTED.to_vec();
        said[4].1 = "passiva";
        said[5].1 = "mai_vista";
        said[6].1 = "-200.00";
        said[8].1 = "-200.00";
        let notice = Recorded::read(&cells(&said)).unwrap();
        assert_eq!((notice.cause, notice.difference), (Cause::Other, Euro::from_cents(200_00)));
        assert_eq!(notice.signed(), Euro::from_cents(-200_00));
        assert_eq!(notice.halved(&known()), Ok(None));
        said[1].1 = "perduta";
        assert_eq!(Recorded::read(&cells(&said)), None, "a state that is none");
        assert_eq!(Recorded::read(&cells(&PRINTED[1..])), None, "no number");
    }

    #[test]
    fn codes_are_those_of_the_archive() {
        let codes = |field: &str| match SECTION.field(field).unwrap().1.kind {
            crate::sections::Kind::Code(codes) => codes.iter().map(|code| code.code),
            _ => unreachable!(),
        };
        for code in codes("state") {
            assert!(Stage::of_code(code).is_some(), "{code}");
        }
        for code in codes("cause") {
            assert_eq!(Cause::of_code(code).code(), code);
        }
    }
}
