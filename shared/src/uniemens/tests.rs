//! The parser and its checks, against a register of one bakery.

use std::sync::LazyLock;

use crate::calendar::{Day, Month};
use crate::declarations::{DmState, Engaged, Scheme, balancing};
use crate::fiscal::Csc;
use crate::ids::CompanyId;
use crate::intake::{Issue, IssueCode};
use crate::money::{Euro, Rate};
use crate::parameters::Set;
use proptest::prelude::*;

use super::{Transmission, check, read};
use crate::intake::findings::Findings;
use crate::intake::register::{PositionFacts, Register};

const SAMPLE: &str = include_str!("../../../tests/data/uniemens-2025-09.xml");
const COLLABORATORS: &str = include_str!("../../../tests/data/uniemens-collaborators-2025-03.xml");
const BAKERY: CompanyId = CompanyId::from_u128(1);

/// A bakery with a position since March 2019.
struct Bakery;

impl Register for Bakery {
    fn company(&self, tax_code: &str) -> anyhow::Result<Option<CompanyId>> {
        Ok((tax_code == "12345678903").then_some(BAKERY))
    }

    fn position(
        &self,
        company: CompanyId,
        matricola: &str,
        month: Month,
    ) -> anyhow::Result<Option<PositionFacts>> {
        if company != BAKERY || matricola != "7012345662" {
            return Ok(None);
        }
        let active = Month::new(2019, 3).is_some_and(|first| month >= first);
        Ok(Some(PositionFacts { active, csc: Csc::parse("70201").ok(), cas: Vec::new() }))
    }
}

fn set() -> &'static Set {
    static SHIPPED: LazyLock<Set> = LazyLock::new(Set::shipped);
    &SHIPPED
}

fn import(xml: &[u8]) -> (Transmission, Vec<Issue>) {
    let mut findings = Findings::default();
    let today = Day::new(2025, 11, 5).unwrap();
    let mut transmission = read(xml, today, &set().notices, &mut findings).unwrap();
    check(&mut transmission, &Bakery, set(), &mut findings).unwrap();
    (transmission, findings.into_issues())
}

fn codes(xml: &str) -> Vec<(IssueCode, u32)> {
    import(xml.as_bytes()).1.into_iter().map(|issue| (issue.code, issue.line)).collect()
}

/// The sample with one text replaced where it first stands.
fn variant(from: &str, to: &str) -> String {
    assert!(SAMPLE.contains(from), "{from}");
    SAMPLE.replacen(from, to, 1)
}

/// The sample with the first element of a name taken out.
fn without(element: &str) -> String {
    let start = SAMPLE.find(&format!("<{element}")).unwrap();
    let close = format!("</{element}>");
    let end = start + SAMPLE[start..].find(&close).unwrap() + close.len();
    format!("{}{}", &SAMPLE[..start], &SAMPLE[end..])
}

#[test]
fn the_sample_is_balanced_to_eleven_cents() {
    let (transmission, issues) = import(SAMPLE.as_bytes());
    assert_eq!(issues, []);
    assert_eq!((transmission.known_companies(), transmission.skipped), (1, 0));
    assert_eq!(transmission.sender, "12345678903");
    assert_eq!(transmission.sender_name.as_deref(), Some("STUDIO ESEMPIO"));
    let [declaration] = transmission.declarations.as_slice() else { panic!("one declaration") };
    assert_eq!(declaration.company, Some(BAKERY));
    assert_eq!(declaration.month, Month::new(2025, 9).unwrap());
    assert_eq!(
        (declaration.state, declaration.due.cents(), declaration.workforce),
        (DmState::Balanced, 1_276_00, Some(2))
    );
    let (debit, credit) = declaration.sections.unwrap();
    assert_eq!((debit.reconstructed.cents(), credit.reconstructed.cents()), (1_276_11, 0));
    let lines = balancing(set().notices.section_tolerance_in(declaration.month), debit, credit);
    assert_eq!(
        lines.iter().map(|line| (line.code.as_str(), line.amount.cents())).collect::<Vec<_>>(),
        [("Q298", 11)]
    );
    let workers: Vec<_> = declaration
        .workers
        .iter()
        .map(|worker| (worker.name, worker.code, worker.base.cents()))
        .collect();
    assert_eq!(
        workers,
        [("ROSSI MARIO", "1FI000", 1_800_00), ("VERDI GIOVANNA", "2FI000", 1_500_00)]
    );
    let groups: Vec<_> = declaration
        .groups
        .iter()
        .map(|group| (group.code.as_str(), group.contribution.cents()))
        .collect();
    assert_eq!(groups, [("1FI000", 696_06), ("2FI000", 580_05)]);
}

#[test]
fn totals_decide_the_state_without_refusing() {
    let state = |xml: &str| {
        let (transmission, issues) = import(xml.as_bytes());
        let codes: Vec<_> = issues.iter().map(|issue| issue.code).collect();
        assert!(issues.iter().all(|issue| issue.code.is_warning()), "{codes:?}");
        let declaration = transmission.declarations.first().unwrap();
        assert_eq!(declaration.warnings, issues);
        (declaration.state, declaration.due.cents(), codes)
    };
    let total = |euro| variant("<TotaleADebito>1276<", &format!("<TotaleADebito>{euro}<"));
    assert_eq!(state(&total("1281")), (DmState::Balanced, 1_281_00, vec![]));
    assert_eq!(
        state(&total("1282")),
        (DmState::Provisional, 1_282_00, vec![IssueCode::Provisional])
    );
    assert_eq!(
        state(&total("1270")),
        (DmState::ProvisionalAnomalous, 1_270_00, vec![IssueCode::Provisional])
    );
    let without = without("DenunciaAziendale");
    let (state, due, codes) = state(&without);
    assert_eq!((state, due), (DmState::NotGenerable, 1_276_11));
    assert_eq!(codes, [IssueCode::NotGenerable, IssueCode::RateUnknown]);
}

#[test]
fn every_slip_is_refused_at_its_line() {
    for (from, to, code, line) in [
        ("<NumDenIndiv>2", "<NumDenIndiv>3", IssueCode::WorkerCount, 47),
        ("<NumDenIndiv>2", "<NumDenIndiv>two", IssueCode::Number, 47),
        ("RSSMRA80A01H501U", "RSSMRA80A01H501X", IssueCode::TaxCode, 16),
        ("<CFAzienda>12345678903", "<CFAzienda>12345678901", IssueCode::TaxCode, 11),
        ("<CFAzienda>12345678903", "<CFAzienda>01234567897", IssueCode::UnknownCompany, 11),
        ("7012345662", "7012345626", IssueCode::Matricola, 14),
        ("7012345662", "5100000152", IssueCode::UnknownPosition, 14),
        ("7012345662", "4912345631", IssueCode::UnknownPosition, 14),
        ("696,06", "690,06", IssueCode::RateDifference, 26),
        ("696,06", "696,09", IssueCode::RateDifference, 26),
        ("696,06", "-696,06", IssueCode::Amount, 26),
        ("<Imponibile>1800", "<Imponibile>99999999999999999999", IssueCode::Amount, 25),
        ("2025-09", "2025-13", IssueCode::Month, 10),
        ("2025-09", "2025-12", IssueCode::FutureMonth, 10),
        ("2025-09", "2019-02", IssueCode::NotActive, 14),
        ("<TotaleACredito>0</TotaleACredito>", "", IssueCode::Missing, 46),
        ("<Contributo>696,06</Contributo>", "", IssueCode::Missing, 23),
        ("<Matricola>7012345662</Matricola>", "", IssueCode::Missing, 13),
        ("<Qualifica3>I</Qualifica3>", "", IssueCode::Missing, 15),
        ("<AnnoMeseDenuncia>2025-09</AnnoMeseDenuncia>", "", IssueCode::Missing, 9),
        ("<Qualifica3>I", "<PercPartTime>10000</PercPartTime><Qualifica3>I", IssueCode::Number, 21),
        (
            "<Nome>MARIO",
            "<Cessazione>\n<Giorno>31</Giorno></Cessazione><Nome>MARIO",
            IssueCode::Day,
            19,
        ),
        ("<TipoLavoratore>0", "<Giorno GG='31'/><TipoLavoratore>0", IssueCode::Day, 24),
        ("<Contributo>", "<Contribut>", IssueCode::NotWellFormed, 26),
        ("<DenunceMensili>", "<!DOCTYPE DenunceMensili><DenunceMensili>", IssueCode::Doctype, 2),
        ("MARIO", "&mario;", IssueCode::NotWellFormed, 18),
    ] {
        let issues = codes(&variant(from, to));
        let errors: Vec<_> = issues.into_iter().filter(|(code, _)| !code.is_warning()).collect();
        assert_eq!(errors, [(code, line)], "{from} → {to}");
    }
}

#[test]
fn a_contribution_that_differs_is_told_with_what_was_expected() {
    let (_, issues) = import(variant("696,06", "690,06").as_bytes());
    // The total that no longer fits is told behind it.
    let issue = issues.first().unwrap();
    let amount = |text: &Option<String>| Euro::parse(text.as_deref().unwrap()).unwrap();
    assert_eq!(issue.code, IssueCode::RateDifference);
    assert_eq!(amount(&issue.found) - amount(&issue.expected), Euro::from_cents(-6_00));
    assert_eq!(amount(&issue.expected), Euro::from_cents(696_06));
}

#[test]
fn whole_parts_may_be_missing() {
    assert_eq!(codes(&without("DatiMittente")), [(IssueCode::Missing, 2)]);
    assert_eq!(codes(&without("Azienda")), [(IssueCode::Missing, 2)]);
    assert_eq!(codes(&without("PosContributiva")), [(IssueCode::Missing, 9)]);
    let nobody = "<DenunceMensili><DatiMittente><CFMittente>12345678903</CFMittente></DatiMittente><Azienda>\
        <AnnoMeseDenuncia>2025-09</AnnoMeseDenuncia><CFAzienda>12345678903</CFAzienda><PosContributiva>\
        <Matricola>7012345662</Matricola></PosContributiva></Azienda></DenunceMensili>";
    assert_eq!(codes(nobody), [(IssueCode::NoWorkers, 1), (IssueCode::NotGenerable, 1)]);
    assert_eq!(codes("<Uniemens/>"), [(IssueCode::WrongKind, 1)]);
    assert_eq!(codes("{}"), [(IssueCode::WrongKind, 1)]);
}

#[test]
fn what_is_odd_only_warns() {
    for (from, to, code) in [
        ("VRDGNN75D41F205Z</CFLavoratore>", "RSSMRA80A01H501U</CFLavoratore>", None),
        ("<TipoContribuzione>00", "<TipoContribuzione>ZZ", Some(IssueCode::CodeUnknown)),
        ("<Qualifica1>1", "<Qualifica1>3", Some(IssueCode::RateUnknown)),
        ("<Qualifica3>I", "<Qualifica3>D", Some(IssueCode::NoFixedTermSurcharge)),
        ("<Qualifica3>I", "<Qualifica3>S", None),
        ("696,06", "696.04", None),
        ("MARIO", "MARI\u{d2} &amp; C&#46;", None),
        ("<NumLavoratori>", "<CampoNuovo a='1'><X/></CampoNuovo><NumLavoratori>", None),
        (
            "</PosContributiva>",
            "</PosContributiva><PosAgri><Matricola>x</Matricola></PosAgri>",
            Some(IssueCode::OtherScheme),
        ),
        (
            "</PosContributiva>",
            "</PosContributiva><ListaPosPA><Denuncia/></ListaPosPA>",
            Some(IssueCode::OtherScheme),
        ),
        (
            "</PosContributiva>",
            "</PosContributiva><PosSportSpet><Matricola>x</Matricola></PosSportSpet>",
            Some(IssueCode::OtherScheme),
        ),
        ("<ForzaAziendale>2", "<ForzaAziendale>2,50", None),
    ] {
        let issues = codes(&variant(from, to));
        let expected: Vec<_> = code.into_iter().collect();
        let mut found: Vec<_> = issues.iter().map(|(code, _)| *code).collect();
        // Another kind of contribution has rates that the tables do not hold.
        found.retain(|found| {
            code != Some(IssueCode::CodeUnknown) || *found != IssueCode::RateUnknown
        });
        assert_eq!(found, expected, "{from} → {to}");
    }
    let first_worker_again = SAMPLE.replacen("VRDGNN75D41F205Z", "RSSMRA80A01H501U", 1).replacen(
        "<Qualifica1>2",
        "<Qualifica1>1",
        1,
    );
    assert_eq!(codes(&first_worker_again), [(IssueCode::WorkerTwice, 29)]);
}

#[test]
fn items_count_towards_the_sections() {
    let xml = variant(
        "<DatiQuadraturaRetrContr>",
        "<AltrePartiteADebito><CausaleADebito>M980</CausaleADebito><SommaADebito>10,50</SommaADebito></AltrePartiteADebito>\
         <AltrePartiteACredito><CausaleACredito>L206</CausaleACredito><SommaACredito>3.20</SommaACredito></AltrePartiteACredito>\
         <AltrePartiteACredito><CausaleACredito>X999</CausaleACredito><SommaACredito>1</SommaACredito></AltrePartiteACredito>\
         <DatiQuadraturaRetrContr>",
    )
    .replace(
        "<Contributo>580,05</Contributo>",
        "<Contributo>580,05</Contributo><AltreADebito><CausaleADebito>M701</CausaleADebito><ImportoADebito>2</ImportoADebito></AltreADebito>",
    );
    let (transmission, issues) = import(xml.as_bytes());
    let declaration = transmission.declarations.first().unwrap();
    let (debit, credit) = declaration.sections.unwrap();
    assert_eq!((debit.reconstructed.cents(), credit.reconstructed.cents()), (1_288_61, 4_20));
    assert_eq!(declaration.items.len(), 3);
    let found: Vec<_> = issues.iter().map(|issue| issue.code).collect();
    assert_eq!(found, [IssueCode::CodeUnknown, IssueCode::Provisional]);
}

#[test]
fn what_a_lawful_rate_explains_is_not_refused() {
    let errors = |xml: &str| {
        codes(xml).into_iter().filter(|(code, _)| !code.is_warning()).collect::<Vec<_>>()
    };
    // No claims on FIS: 38.47 % of 1,800.00.
    assert_eq!(errors(&variant("696,06", "692,46")), []);
    // A fixed term, renewed once and five times: 40.57 and 42.57 %; what lies between is no renewal.
    let fixed = variant("<Qualifica3>I", "<Qualifica3>D");
    let declared = |contribution: &str| errors(&fixed.replacen("696,06", contribution, 1));
    assert_eq!(declared("730,26"), []);
    assert_eq!(declared("766,26"), []);
    assert_eq!(declared("736,56"), [(IssueCode::RateDifference, 26)]);
    // Nobody who stays for good is renewed.
    assert_eq!(errors(&variant("696,06", "705,06")), [(IssueCode::RateDifference, 26)]);
}

#[test]
fn nothing_may_be_declared_twice() {
    let start = SAMPLE.find("<Azienda>").unwrap();
    let end = SAMPLE.find("</DenunceMensili>").unwrap();
    let doubled = format!("{}{}</DenunceMensili>", &SAMPLE[..end], &SAMPLE[start..end]);
    let issues = codes(&doubled);
    assert_eq!(issues, [(IssueCode::Twice, 59)]);
}

#[test]
fn collaborators_are_one_declaration() {
    let (transmission, issues) = import(COLLABORATORS.as_bytes());
    assert_eq!(issues, []);
    let [declaration] = transmission.declarations.as_slice() else { panic!("one declaration") };
    assert_eq!(
        (declaration.scheme, declaration.due.cents(), declaration.workers.len()),
        (Scheme::Collaborators, 1_050_90, 2)
    );
    let engaged: Vec<Engaged> =
        declaration.workers.iter().filter_map(|worker| worker.engaged).collect();
    let (rate, march) = (Rate::from_hundredths(35_03), |day| Day::new(2025, 3, day));
    let told = Engaged { rate, from: march(1), to: march(31) };
    assert_eq!(engaged, [told, Engaged { rate, from: None, to: None }]);
    for (from, to, code) in [
        ("<Aliquota>3503", "<Aliquota>3000", IssueCode::CodeUnknown),
        ("<Aliquota>3503", "<Aliquota>10001", IssueCode::Number),
        (
            "<Aliquota>35,03</Aliquota>",
            "<Aliquota>24</Aliquota><Contributo>360,03</Contributo>",
            IssueCode::RateDifference,
        ),
        ("<Aliquota>35,03</Aliquota>", "", IssueCode::Missing),
        ("<Dal>2025-03-01", "<Dal>2025-02-30", IssueCode::Day),
        ("<Al>2025-03-31", "<Al>31/03/2025", IssueCode::Day),
        ("<Al>2025-03-31", "<Al>2025-02-28", IssueCode::EndsBefore),
        // Of a year whose rates are not known nothing is said but that.
        ("2025-03<", "2023-03<", IssueCode::RateUnknown),
        ("2025-03<", "2026-03<", IssueCode::FutureMonth),
    ] {
        let issues = codes(&COLLABORATORS.replacen(from, to, 1));
        assert_eq!(
            issues.iter().map(|(code, _)| *code).collect::<Vec<_>>(),
            [code],
            "{from} → {to}"
        );
    }
    let latin = COLLABORATORS.replace("GIOVANNA", "NICOL\u{d2}");
    let bytes: Vec<u8> = latin.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let (transmission, issues) = import(&bytes);
    assert_eq!(issues, []);
    assert!(
        transmission.declarations[0].workers.iter().any(|worker| worker.name == "VERDI NICOLÒ")
    );
}

#[test]
fn a_file_cut_anywhere_is_refused() {
    for cut in (0..SAMPLE.trim_end().len()).step_by(7) {
        let (_, issues) = import(&SAMPLE.as_bytes()[..cut]);
        assert!(issues.iter().any(|issue| !issue.code.is_warning()), "{cut}");
    }
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        import(&bytes);
    }

    #[test]
    fn no_change_of_a_valid_file_makes_it_panic(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0_usize..40), 1..6),
        collaborators in any::<bool>(),
    ) {
        let mut bytes = if collaborators { COLLABORATORS } else { SAMPLE }.as_bytes().to_vec();
        for (at, byte, gone) in changes {
            let at = at.index(bytes.len());
            let end = (at + gone).min(bytes.len());
            bytes.splice(at..end, [byte]);
            if bytes.is_empty() {
                break;
            }
        }
        import(&bytes);
    }
}
