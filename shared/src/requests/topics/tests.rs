use std::collections::BTreeSet;

use super::{Catalogue, Group, Known, OTHER, SHIPPED, Topic, TopicId, Unit, check};
use crate::lang::Lang;
use crate::requests::Words;

/// What people write, and the topic that they mean.
const SAID: [(Lang, &str, &str); 46] = [
    (Lang::It, "ho pagato l'f24 ma risulta ancora scoperto", "F24 non abbinato"),
    (Lang::It, "il versamento di settembre non è stato abbinato", "F24 non abbinato"),
    (Lang::It, "ho sbagliato il periodo nell'F24", "F24 errato"),
    (Lang::It, "causale errata nel modello f24", "F24 errato"),
    (Lang::It, "vorrei i soldi indietro, ho pagato due volte", "Rimborso"),
    (Lang::It, "quando arriva il rimbrso", "Rimborso"),
    (Lang::It, "posso compensare un credito?", "Compensazione"),
    (Lang::It, "non capisco perché mi è arrivata una nota di rettifica", "Spiegazione della causa"),
    (Lang::It, "la nota è calcolata male", "Ricalcolo"),
    (Lang::It, "chiedo annullamento nota in autotutela", "Annullamento"),
    (Lang::It, "il durc è irregolare e ho una gara", "Esito del DURC"),
    (Lang::It, "durc negativo", "Esito del DURC"),
    (Lang::It, "preavviso durc interno", "Preavviso di irregolarità"),
    (Lang::It, "vorrei rateizzare il debito", "Dilazione"),
    (Lang::It, "pagare a rate", "Dilazione"),
    (Lang::It, "mi è arrivata una cartella, avviso di addebito", "Avviso di addebito (AVA)"),
    (Lang::It, "sgravio di un avviso di addebito non dovuto", "Sgravio o sospensione"),
    (Lang::It, "avviso bonario già pagato", "Avviso bonario"),
    (Lang::It, "abbiamo spostato la sede legale, nuovo indirizzo", "Variazione dei dati"),
    (Lang::It, "il codice statistico contributivo è sbagliato", "Inquadramento: CSC e CA"),
    (
        Lang::It,
        "non ho più dipendenti, sospensione matricola",
        "Sospensione, riattivazione, cessazione",
    ),
    (Lang::It, "ACCENTRAMENTO contributivo", "Accentramento"),
    (Lang::It, "fusione per incorporazione", "Confluenza di codici fiscali"),
    (Lang::It, "uniemens scartato", "Errori nelle denunce"),
    (Lang::It, "il dm di marzo è provvisorio anomalo", "DM provvisorio"),
    (Lang::It, "domanda di cassa integrazione respinta", "Autorizzazione CIG, CIGS, FIS"),
    (
        Lang::It,
        "i dipendenti non hanno ricevuto la cassa integrazione, pagamento diretto",
        "Pagamento diretto",
    ),
    (Lang::It, "che incentivi ci sono per assumere giovani", "Assunzioni agevolate"),
    (Lang::It, "riduzione contributiva edilizia", "Riduzione edilizia"),
    (Lang::It, "verbale ispettivo", "Verbale ispettivo"),
    (Lang::It, "sanzioni civili troppo alte per il ritardo", "Sanzioni civili"),
    (Lang::It, "la delega del nuovo cliente non si vede", "Delega"),
    (Lang::It, "ho cambiato consulente, revocare la delega", "Revoca di una delega"),
    (Lang::It, "aggiornare indirizzo pec", "PEC e recapiti"),
    (Lang::En, "I paid but you say I did not", "F24 non abbinato"),
    (Lang::En, "I want my money back", "Rimborso"),
    (Lang::En, "pay in instalments", "Dilazione"),
    (Lang::En, "our adress changed", "Variazione dei dati"),
    (Lang::En, "the appeal we lodged", "Ricorso"),
    (Lang::En, "relief for hiring young people", "Assunzioni agevolate"),
    (Lang::De, "wir sind umgezogen, neue Adresse", "Variazione dei dati"),
    (Lang::De, "Ratenzahlung beantragen", "Dilazione"),
    (Lang::De, "Kurzarbeit Antrag", "Autorizzazione CIG, CIGS, FIS"),
    (Lang::De, "Rückerstattung, doppelt bezahlt", "Rimborso"),
    (Lang::De, "der DURC ist unregelmässig", "Esito del DURC"),
    (Lang::En, "rateazione", "Dilazione"),
];

fn shipped() -> Catalogue {
    serde_json::from_str(SHIPPED).unwrap()
}

/// What is found of what somebody says, by what it is called in Italian.
fn found<'a>(known: &'a Known, said: &str, lang: Lang) -> Vec<&'a str> {
    known.find(said, lang).into_iter().map(|(_, topic)| topic.title.it.as_str()).collect()
}

#[test]
fn people_find_what_they_mean_in_their_own_words() {
    let known = Known::new(shipped(), []);
    let missed = SAID.iter().filter_map(|(lang, said, meant)| {
        let got: Vec<&str> = found(&known, said, *lang).into_iter().take(3).collect();
        (!got.contains(meant)).then(|| format!("{said} → {meant}, not {got:?}"))
    });
    let missed: Vec<String> = missed.collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn what_people_say_at_a_counter_leads_to_one_of_the_first_three() {
    let known = Known::new(shipped(), []);
    let mut lines = 0;
    for line in include_str!("said.txt").lines() {
        let mut parts = line.splitn(3, ' ');
        let [Some(lang), Some(meant), Some(said)] = [parts.next(), parts.next(), parts.next()]
        else {
            panic!("{line}");
        };
        let lang = Lang::ALL.into_iter().find(|one| one.code() == lang).unwrap();
        let meant: Vec<u16> = meant.split('/').map(|id| id.parse().unwrap()).collect();
        let found = known.find(said, lang);
        let first: Vec<u16> = found.iter().take(3).map(|(_, topic)| topic.id.0).collect();
        assert!(first.iter().any(|id| meant.contains(id)), "{line}: {first:?}");
        lines += 1;
    }
    assert!(lines > 250);
}

#[test]
fn every_example_leads_to_its_own_topic() {
    let known = Known::new(shipped(), []);
    for (_, topic) in known.all() {
        for (lang, words) in
            Lang::ALL.into_iter().flat_map(|lang| topic.examples.iter().map(move |one| (lang, one)))
        {
            let found = known.find(words.of(lang), lang);
            assert!(found.iter().take(3).any(|(_, hit)| hit.id == topic.id), "{words:?}");
        }
    }
}

#[test]
fn what_is_shipped_is_sound_and_has_every_unit() {
    assert_eq!(shipped().unsound(), None);
    let known = Known::new(shipped(), []);
    let titles: BTreeSet<&str> = known.all().map(|(_, topic)| topic.title.it.as_str()).collect();
    assert_eq!(titles.len(), known.all().count());
    for (group, topic) in known.all() {
        assert_eq!(topic.id.group(), group.id);
        assert_eq!(known.topic(topic.id), Some(topic));
    }
    assert!(Unit::SHIPPED.iter().all(|unit| known.all().any(|(_, topic)| topic.unit == *unit)));
    assert_eq!(known.all().filter(|(_, topic)| topic.id.needs_reason()).count(), 1);
    let written = serde_json::to_string(&shipped()).unwrap();
    assert_eq!(serde_json::from_str::<Catalogue>(&written).unwrap(), shipped());
}

#[test]
fn nothing_and_nonsense_find_nothing() {
    let known = Known::new(shipped(), []);
    for said in ["", "  ", "e il la", "qxzjk wvbq", "\u{0}\u{202e}"] {
        assert!(known.find(said, Lang::It).is_empty(), "{said:?}");
    }
    assert!(known.find(&"è".repeat(100_000), Lang::It).is_empty());
}

fn words(it: &str, en: &str, de: &str) -> Words {
    let [it, en, de] = [it, en, de].map(str::to_owned);
    Words { it, en, de }
}

/// A topic that is not shipped.
fn bees(id: u16) -> Topic {
    Topic {
        id: TopicId(id),
        withdrawn: false,
        into: None,
        unit: Unit::REGISTRY,
        title: words("Apicoltura", "Beekeeping", "Imkerei"),
        help: words("Per chi alleva api.", "For beekeepers.", "Für Imker."),
        examples: vec![words("Ho dieci arnie", "I have ten hives", "Ich habe zehn Bienenstöcke")],
        attach: words("La denuncia.", "The report.", "Die Meldung."),
        documents: Vec::new(),
        words: "miele honey Honig".to_owned(),
    }
}

#[test]
fn an_added_topic_is_found_and_one_that_was_left_out_keeps_its_name() {
    let mut text = shipped();
    text.groups[0].topics.insert(0, bees(190));
    assert_eq!(text.unsound(), None);
    let with = Known::new(text.clone(), []);
    for (lang, said) in [(Lang::It, "arnie"), (Lang::En, "beekeeping"), (Lang::De, "Honig")] {
        assert_eq!(found(&with, said, lang).first(), Some(&"Apicoltura"), "{said}");
    }
    let (mut left, gone) = (shipped(), text.groups[10].clone());
    left.groups.pop();
    let left = Known::new(left, [text, shipped()]);
    assert_eq!(left.all().count(), with.all().count());
    assert_eq!(left.topic(TopicId(190)), Some(&Topic { withdrawn: true, ..bees(190) }));
    let other = left.topic(OTHER).unwrap();
    assert_eq!((other.withdrawn, &other.title), (true, &gone.topics[0].title));
    assert!(left.topic(TopicId(101)).is_some_and(|topic| !topic.withdrawn));
}

#[test]
fn a_topic_takes_its_place_and_a_number_that_nobody_had() {
    let (mut text, group) = (shipped(), TopicId(1100));
    let ids = |text: &Catalogue| -> Vec<u16> {
        let mine = text.topics().filter(|topic| topic.id.group() == group);
        mine.map(|topic| topic.id.0).collect()
    };
    assert_eq!(text.free(group, [].into_iter()), Some(TopicId(1102)));
    assert_eq!(text.free(group, [1105, 205].map(TopicId).into_iter()), Some(TopicId(1106)));
    assert_eq!(text.free(group, [TopicId(1199)].into_iter()), None);
    text.put(bees(1102), Some(OTHER));
    text.put(bees(1103), None);
    assert_eq!(ids(&text), [1103, 1101, 1102]);
    text.put(Topic { withdrawn: true, ..bees(1102) }, Some(TopicId(1103)));
    assert_eq!(ids(&text), [1103, 1102, 1101]);
    text.put(bees(1101), Some(TopicId(1101)));
    assert_eq!(ids(&text), [1103, 1102, 1101], "after itself it stays");
    text.put(bees(2001), None);
    assert_eq!((text.unsound(), ids(&text).len()), (None, 3), "there is no such group");
}

#[test]
fn a_group_takes_its_place_and_goes_only_after_its_topics() {
    let mut text = shipped();
    let new = text.free_group([TopicId(1305)].into_iter()).unwrap();
    assert_eq!((text.free_group([].into_iter()), new), (Some(TopicId(1200)), TopicId(1400)));
    assert_eq!(text.free_group([TopicId(65_500)].into_iter()), None);
    let title = words("Api", "Bees", "Bienen");
    let group = Group { id: new, withdrawn: false, title, topics: Vec::new() };
    text.put_group(group.clone(), Some(TopicId(200)));
    text.put(bees(1401), None);
    assert_eq!((text.unsound(), text.groups[2].id), (None, new));
    let mut gone = Group { withdrawn: true, ..text.groups[2].clone() };
    text.put_group(gone.clone(), None);
    assert_eq!(text.groups[0].id, new);
    assert_eq!(text.unsound(), Some(("1400".to_owned(), "offered")));
    gone.topics = vec![Topic { withdrawn: true, ..bees(1401) }];
    text.put_group(gone, Some(new));
    assert_eq!((text.unsound(), text.groups.len()), (None, shipped().groups.len() + 1));
    let left = Known::new(shipped(), [Catalogue { groups: vec![group] }]);
    assert!(left.group(new).is_some_and(|group| group.withdrawn), "it keeps its name");
}

#[test]
fn what_was_asked_about_a_topic_is_found_under_the_one_in_its_place() {
    let gone = |id: u16, into: u16| {
        let (withdrawn, into) = (true, Some(TopicId(into)));
        Topic { withdrawn, into, ..bees(id) }
    };
    let with = |topics: Vec<Topic>| {
        let mut text = shipped();
        text.groups[0].topics.extend(topics);
        text
    };
    let text = with(vec![gone(190, 191), gone(191, 301)]);
    assert_eq!(text.unsound(), None);
    let known = Known::new(text.clone(), []);
    let [first, second, last] = [190, 191, 301].map(TopicId);
    assert_eq!([first, second, last].map(|id| known.instead(id)), [Some(last), Some(last), None]);
    for asked in [190, 100, 301, 300].map(TopicId) {
        assert!(known.is_under(first, asked), "{asked:?}");
    }
    assert!(!known.is_under(first, TopicId(302)) && !known.is_under(last, first));
    // Where that is withdrawn too nothing is asked under it, and what was is found there all the same.
    let ended = Known::new(with(vec![gone(190, 191), Topic { into: None, ..gone(191, 0) }]), []);
    assert!(ended.instead(first).is_none() && ended.is_under(first, second));
    // A topic that a later text leaves out keeps what has taken its place.
    assert_eq!(Known::new(shipped(), [text]).instead(first), Some(last));
    let offered = Topic { into: Some(last), ..bees(190) };
    let wrong = [vec![offered], vec![gone(190, 999)], vec![gone(190, 190)]];
    for topics in wrong.into_iter().chain([vec![gone(190, 191), gone(191, 190)]]) {
        assert_eq!(with(topics).unsound(), Some(("190 into".to_owned(), "astray")));
    }
}

#[test]
fn what_is_wrong_with_topics_is_named_with_its_place() {
    let with = |change: &dyn Fn(&mut Catalogue)| {
        let mut text = shipped();
        change(&mut text);
        let (place, reason) = text.unsound()?;
        Some(format!("{place} {reason}"))
    };
    let added = |topic: Topic| with(&|text| text.groups[0].topics.push(topic.clone()));
    assert_eq!(added(bees(199)), None);
    assert_eq!(added(bees(201)).as_deref(), Some("201 twice"));
    assert_eq!(added(bees(290)).as_deref(), Some("290 number"));
    assert_eq!(added(bees(100)).as_deref(), Some("100 twice"));
    let untold = Topic { title: words("Api", "", "Bienen"), ..bees(199) };
    assert_eq!(added(untold).as_deref(), Some("199 en.title empty"));
    let wrong = |change: &dyn Fn(&mut Catalogue)| with(change).unwrap();
    assert_eq!(wrong(&|text| text.groups[0].id = TopicId(150)), "150 number");
    assert_eq!(wrong(&|text| text.groups[0].title.de.clear()), "100 de.title empty");
    assert_eq!(wrong(&|text| text.groups[10].topics[0].withdrawn = true), "1101 missing");
    assert_eq!(wrong(&|text| text.groups.truncate(10)), "1101 missing");
}

#[test]
fn each_field_of_a_topic_says_what_is_wrong_with_it() {
    assert_eq!(check(&bees(190)), []);
    let line = || words("a", "b", "c");
    let topic = Topic {
        title: words(&"x".repeat(81), "b", "c"),
        help: words("a", "b", "c\nd"),
        examples: Vec::new(),
        documents: (0..9).map(|_| line()).chain([words("a", " ", "c")]).collect(),
        words: "x".repeat(501),
        ..bees(190)
    };
    let expected = [
        ("it.title", "too_long"),
        ("de.help", "characters"),
        ("en.documents", "empty"),
        ("it.documents", "too_many"),
        ("it.examples", "empty"),
        ("words", "too_long"),
    ];
    let wrong = check(&topic);
    let wrong: Vec<(&str, &str)> = wrong.iter().map(|(at, why)| (at.as_str(), *why)).collect();
    assert_eq!(wrong, expected);
}
