use std::collections::BTreeSet;

use super::{Unit, all, by_id, by_slug, find, groups};
use crate::lang::Lang;

/// What people write, and the topic that they mean.
const SAID: [(Lang, &str, &str); 46] = [
    (Lang::It, "ho pagato l'f24 ma risulta ancora scoperto", "f24-non-abbinato"),
    (Lang::It, "il versamento di settembre non è stato abbinato", "f24-non-abbinato"),
    (Lang::It, "ho sbagliato il periodo nell'F24", "f24-errato"),
    (Lang::It, "causale errata nel modello f24", "f24-errato"),
    (Lang::It, "vorrei i soldi indietro, ho pagato due volte", "rimborso"),
    (Lang::It, "quando arriva il rimbrso", "rimborso"),
    (Lang::It, "posso compensare un credito?", "compensazione"),
    (Lang::It, "non capisco perché mi è arrivata una nota di rettifica", "spiegazione"),
    (Lang::It, "la nota è calcolata male", "ricalcolo"),
    (Lang::It, "chiedo annullamento nota in autotutela", "annullamento"),
    (Lang::It, "il durc è irregolare e ho una gara", "esito"),
    (Lang::It, "durc negativo", "esito"),
    (Lang::It, "preavviso durc interno", "preavviso"),
    (Lang::It, "vorrei rateizzare il debito", "dilazione"),
    (Lang::It, "pagare a rate", "dilazione"),
    (Lang::It, "mi è arrivata una cartella, avviso di addebito", "ava"),
    (Lang::It, "sgravio di un avviso di addebito non dovuto", "sgravio"),
    (Lang::It, "avviso bonario già pagato", "avviso-bonario"),
    (Lang::It, "abbiamo spostato la sede legale, nuovo indirizzo", "variazione-dati"),
    (Lang::It, "il codice statistico contributivo è sbagliato", "csc-ca"),
    (Lang::It, "non ho più dipendenti, sospensione matricola", "sospensione"),
    (Lang::It, "ACCENTRAMENTO contributivo", "accentramento"),
    (Lang::It, "fusione per incorporazione", "confluenza"),
    (Lang::It, "uniemens scartato", "errori"),
    (Lang::It, "il dm di marzo è provvisorio anomalo", "dm-provvisorio"),
    (Lang::It, "domanda di cassa integrazione respinta", "autorizzazione"),
    (
        Lang::It,
        "i dipendenti non hanno ricevuto la cassa integrazione, pagamento diretto",
        "pagamento-diretto",
    ),
    (Lang::It, "che incentivi ci sono per assumere giovani", "assunzioni-agevolate"),
    (Lang::It, "riduzione contributiva edilizia", "riduzione-edilizia"),
    (Lang::It, "verbale ispettivo", "verbale"),
    (Lang::It, "sanzioni civili troppo alte per il ritardo", "sanzioni"),
    (Lang::It, "la delega del nuovo cliente non si vede", "delega"),
    (Lang::It, "ho cambiato consulente, revocare la delega", "revoca"),
    (Lang::It, "aggiornare indirizzo pec", "pec"),
    (Lang::En, "I paid but you say I did not", "f24-non-abbinato"),
    (Lang::En, "I want my money back", "rimborso"),
    (Lang::En, "pay in instalments", "dilazione"),
    (Lang::En, "our adress changed", "variazione-dati"),
    (Lang::En, "the appeal we lodged", "ricorso"),
    (Lang::En, "relief for hiring young people", "assunzioni-agevolate"),
    (Lang::De, "wir sind umgezogen, neue Adresse", "variazione-dati"),
    (Lang::De, "Ratenzahlung beantragen", "dilazione"),
    (Lang::De, "Kurzarbeit Antrag", "autorizzazione"),
    (Lang::De, "Rückerstattung, doppelt bezahlt", "rimborso"),
    (Lang::De, "der DURC ist unregelmässig", "esito"),
    (Lang::En, "rateazione", "dilazione"),
];

#[test]
fn people_find_what_they_mean_in_their_own_words() {
    let missed: Vec<String> = SAID
        .iter()
        .filter(|(lang, said, meant)| {
            find(said, *lang).iter().take(3).all(|hit| hit.topic.slug != *meant)
        })
        .map(|(lang, said, meant)| {
            let got: Vec<&str> =
                find(said, *lang).iter().take(3).map(|hit| hit.topic.slug).collect();
            format!("{said} → {meant}, not {got:?}")
        })
        .collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn every_example_leads_to_its_own_topic() {
    for topic in all() {
        for (lang, example) in
            Lang::ALL.into_iter().flat_map(|lang| topic.examples.map(|one| (lang, one.of(lang))))
        {
            let found = find(example, lang);
            assert!(found.iter().take(3).any(|hit| hit.topic.id == topic.id), "{example}");
        }
    }
}

#[test]
fn numbers_and_names_are_one_topics_each() {
    let (ids, slugs): (BTreeSet<_>, BTreeSet<_>) =
        all().map(|topic| (topic.id, topic.slug)).unzip();
    assert_eq!((ids.len(), slugs.len()), (all().count(), all().count()));
    for group in groups() {
        for topic in group.topics {
            assert_eq!(topic.parent.0, group.id);
            assert_eq!(by_id(topic.id).map(|found| found.slug), Some(topic.slug));
            assert_eq!(by_slug(topic.slug).map(|found| found.id), Some(topic.id));
        }
    }
    assert!(Unit::ALL.iter().all(|unit| all().any(|topic| topic.unit == *unit)));
    assert_eq!(all().filter(|topic| topic.id.needs_reason()).count(), 1);
}

#[test]
fn nothing_and_nonsense_find_nothing() {
    for said in ["", "  ", "e il la", "qxzjk wvbq", "\u{0}\u{202e}"] {
        assert!(find(said, Lang::It).is_empty(), "{said:?}");
    }
    assert!(find(&"è".repeat(100_000), Lang::It).is_empty());
}
