//! The elements of a UniEmens file that mean something to us; it has hundreds of others, which are passed over.

/// An element, by its name in the file (documento tecnico UniEmens).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    DenunceMensili,
    DatiMittente,
    CFPersonaMittente,
    RagSocMittente,
    CFMittente,
    Azienda,
    AnnoMeseDenuncia,
    CFAzienda,
    PosContributiva,
    Matricola,
    DenunciaIndividuale,
    CFLavoratore,
    Cognome,
    Nome,
    Qualifica1,
    Qualifica2,
    Qualifica3,
    TipoContribuzione,
    PercPartTime,
    PercPartTimeMese,
    Assunzione,
    Cessazione,
    Giorno,
    DatiRetributivi,
    TipoLavoratore,
    Imponibile,
    Contributo,
    AltreADebito,
    AltreACredito,
    CausaleADebito,
    CausaleACredito,
    ImportoADebito,
    ImportoACredito,
    InfoAggCausaliContrib,
    CodiceCausale,
    DenunciaAziendale,
    ForzaAziendale,
    AltrePartiteADebito,
    AltrePartiteACredito,
    SommaADebito,
    SommaACredito,
    FondoInterprof,
    Adesione,
    CodFondo,
    DatiQuadraturaRetrContr,
    NumDenIndiv,
    TotaleADebito,
    TotaleACredito,
    ListaCollaboratori,
    Collaboratore,
    CFCollaboratore,
    TipoRapporto,
    Aliquota,
    Dal,
    Al,
    ListaPosPA,
    PosAgri,
    PosSportSpet,
    Other,
}

const NAMES: &[(&str, Tag)] = &[
    // The most frequent first.
    ("Giorno", Tag::Giorno),
    ("CFLavoratore", Tag::CFLavoratore),
    ("Cognome", Tag::Cognome),
    ("Nome", Tag::Nome),
    ("Qualifica1", Tag::Qualifica1),
    ("Qualifica2", Tag::Qualifica2),
    ("Qualifica3", Tag::Qualifica3),
    ("TipoContribuzione", Tag::TipoContribuzione),
    ("DatiRetributivi", Tag::DatiRetributivi),
    ("TipoLavoratore", Tag::TipoLavoratore),
    ("Imponibile", Tag::Imponibile),
    ("Contributo", Tag::Contributo),
    ("DenunciaIndividuale", Tag::DenunciaIndividuale),
    ("PercPartTime", Tag::PercPartTime),
    ("PercPartTimeMese", Tag::PercPartTimeMese),
    ("AltreADebito", Tag::AltreADebito),
    ("CausaleADebito", Tag::CausaleADebito),
    ("ImportoADebito", Tag::ImportoADebito),
    ("AltreACredito", Tag::AltreACredito),
    ("CausaleACredito", Tag::CausaleACredito),
    ("ImportoACredito", Tag::ImportoACredito),
    ("InfoAggCausaliContrib", Tag::InfoAggCausaliContrib),
    ("CodiceCausale", Tag::CodiceCausale),
    ("Assunzione", Tag::Assunzione),
    ("Cessazione", Tag::Cessazione),
    ("Collaboratore", Tag::Collaboratore),
    ("CFCollaboratore", Tag::CFCollaboratore),
    ("TipoRapporto", Tag::TipoRapporto),
    ("Aliquota", Tag::Aliquota),
    ("Dal", Tag::Dal),
    ("Al", Tag::Al),
    ("Azienda", Tag::Azienda),
    ("AnnoMeseDenuncia", Tag::AnnoMeseDenuncia),
    ("CFAzienda", Tag::CFAzienda),
    ("PosContributiva", Tag::PosContributiva),
    ("Matricola", Tag::Matricola),
    ("DenunciaAziendale", Tag::DenunciaAziendale),
    ("ForzaAziendale", Tag::ForzaAziendale),
    ("AltrePartiteADebito", Tag::AltrePartiteADebito),
    ("AltrePartiteACredito", Tag::AltrePartiteACredito),
    ("SommaADebito", Tag::SommaADebito),
    ("SommaACredito", Tag::SommaACredito),
    ("FondoInterprof", Tag::FondoInterprof),
    ("Adesione", Tag::Adesione),
    ("CodFondo", Tag::CodFondo),
    ("DatiQuadraturaRetrContr", Tag::DatiQuadraturaRetrContr),
    ("NumDenIndiv", Tag::NumDenIndiv),
    ("TotaleADebito", Tag::TotaleADebito),
    ("TotaleACredito", Tag::TotaleACredito),
    ("ListaCollaboratori", Tag::ListaCollaboratori),
    ("ListaPosPA", Tag::ListaPosPA),
    ("PosAgri", Tag::PosAgri),
    ("PosSportSpet", Tag::PosSportSpet),
    ("DatiMittente", Tag::DatiMittente),
    ("CFPersonaMittente", Tag::CFPersonaMittente),
    ("RagSocMittente", Tag::RagSocMittente),
    ("CFMittente", Tag::CFMittente),
    ("DenunceMensili", Tag::DenunceMensili),
];

impl Tag {
    /// The element of a name without prefix.
    pub fn of(name: &str) -> Self {
        NAMES.iter().find(|(known, _)| *known == name).map_or(Tag::Other, |(_, tag)| *tag)
    }

    /// Its name; empty for an unknown one.
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|(_, tag)| *tag == self).map_or("", |(name, _)| name)
    }
}

/// A set of elements.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seen(u64);

impl Seen {
    /// Adds an element.
    pub fn insert(&mut self, tag: Tag) {
        self.0 |= 1 << tag as u32;
    }

    /// Whether it has the element.
    pub fn has(self, tag: Tag) -> bool {
        self.0 & (1 << tag as u32) != 0
    }
}

// The set has room for all elements.
const _: () = assert!((Tag::Other as u32) < u64::BITS);
