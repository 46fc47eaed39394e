//! About what one asks from a record of an archive.

use super::TopicId;

/// The topic of a request about a record of the section with this slug; none where it could be about several things.
pub fn of_section(slug: &str) -> Option<TopicId> {
    Some(TopicId(match slug {
        "dati-sintetici"
        | "dati-dettaglio"
        | "infocamere"
        | "certificazioni-infocamere"
        | "indirizzi"
        | "ragioni-sociali"
        | "soggetti-collegati" => 101,
        "posizioni" | "dettaglio-posizioni" => 102,
        "interruzioni" | "storico-stati" => 103,
        "dipendenze" => 104,
        "posizione-riferimento" => 105,
        "codici-fiscali" => 106,
        "uniemens" => 201,
        "confronto-dm10-o1m" | "lettere-compliance" => 206,
        "versamenti" => 301,
        "note-rettifica" | "cause-note-rettifica" => 402,
        "durc" => 502,
        "situazione-pagamenti" => 601,
        "iscrizioni-ruolo" => 603,
        "domande-dilazione" | "dilazioni-cartella" => 605,
        "cig" => 801,
        "ispezioni" => 901,
        "ricorsi" => 902,
        _ => return None,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::requests::topics::{Catalogue, Known, SHIPPED};
    use crate::sections::SECTIONS;

    #[test]
    fn what_a_section_asks_about_is_a_topic_that_is_offered() {
        let text: Catalogue = serde_json::from_str(SHIPPED).unwrap();
        let known = Known::new(text, []);
        let named: Vec<_> = SECTIONS.iter().filter_map(|one| of_section(one.slug)).collect();
        assert_eq!(named.len(), 28, "each slug here is one of a section");
        assert!(named.iter().all(|id| known.topic(*id).is_some()));
        assert_eq!(of_section("versamenti"), Some(TopicId(301)));
        assert_eq!(of_section("posta-ibrida"), None);
    }
}
