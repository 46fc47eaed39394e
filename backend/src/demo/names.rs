//! Words the world is made of. Nobody bears these names on purpose.

/// A trade: what its company is called, its CSC, CAs and activity, and whether it has blue-collar workers.
pub(super) struct Trade {
    pub words: &'static [&'static str],
    pub csc: &'static str,
    pub cas: &'static [&'static str],
    pub ateco: &'static str,
    /// What that is, and its code in the edition of 2002.
    pub activity: &'static str,
    pub ateco_2002: &'static str,
    pub workers: bool,
}

pub(super) const TRADES: &[Trade] = &[
    Trade {
        words: &["Forno", "Panificio", "Pasticceria"],
        csc: "70502",
        cas: &["0J"],
        ateco: "561011",
        activity: "Ristorazione con somministrazione",
        ateco_2002: "55301",
        workers: true,
    },
    Trade {
        words: &["Bottega", "Emporio", "Ferramenta", "Cartoleria"],
        csc: "70201",
        cas: &["0J"],
        ateco: "471140",
        activity: "Commercio al dettaglio in esercizi non specializzati",
        ateco_2002: "52120",
        workers: false,
    },
    Trade {
        words: &["Officine", "Meccanica", "Carpenteria"],
        csc: "10611",
        cas: &[],
        ateco: "256200",
        activity: "Lavori di meccanica generale",
        ateco_2002: "28520",
        workers: true,
    },
    Trade {
        words: &["Edil", "Costruzioni", "Ristrutturazioni"],
        csc: "41302",
        cas: &["7N"],
        ateco: "412000",
        activity: "Costruzione di edifici residenziali e non residenziali",
        ateco_2002: "45211",
        workers: true,
    },
    Trade {
        words: &["Studio Tecnico", "Consulenza", "Servizi"],
        csc: "70708",
        cas: &["0J"],
        ateco: "702209",
        activity: "Consulenza imprenditoriale e gestionale",
        ateco_2002: "74140",
        workers: false,
    },
    Trade {
        words: &["Grossisti", "Distribuzione", "Alimentari"],
        csc: "70101",
        cas: &["0J"],
        ateco: "463920",
        activity: "Commercio all'ingrosso non specializzato di alimentari",
        ateco_2002: "51390",
        workers: false,
    },
    Trade {
        words: &["Trattoria", "Osteria", "Caffè"],
        csc: "70502",
        cas: &["0J"],
        ateco: "561011",
        activity: "Ristorazione con somministrazione",
        ateco_2002: "55301",
        workers: true,
    },
    Trade {
        words: &["Tessitura", "Maglificio", "Confezioni"],
        csc: "10402",
        cas: &[],
        ateco: "139100",
        activity: "Fabbricazione di tessuti a maglia",
        ateco_2002: "17600",
        workers: true,
    },
];

/// Second halves of company names.
pub(super) const SECOND: &[&str] = &[
    "Aurora",
    "Bianchi",
    "Campione",
    "Delta",
    "Esempio",
    "Fiume",
    "Ginestra",
    "Ideale",
    "Lanterna",
    "Modello",
    "Nuova",
    "Orizzonte",
    "Ponte",
    "Quercia",
    "Riva",
    "Saggio",
    "Tipo",
    "Ulivo",
    "Vela",
    "Zefiro",
    "Girasole",
    "Torre",
    "Moderna",
    "Serena",
];

/// Legal forms with how often they occur.
pub(super) const FORMS: &[(&str, &str)] = &[
    ("S.r.l.", "Società a responsabilità limitata"),
    ("S.r.l.", "Società a responsabilità limitata"),
    ("S.n.c.", "Società in nome collettivo"),
    ("S.a.s.", "Società in accomandita semplice"),
    ("S.p.A.", "Società per azioni"),
    ("Soc. coop.", "Società cooperativa"),
];

/// Surnames.
pub(super) const SURNAMES: &[&str] = &[
    "Rossi",
    "Russo",
    "Ferrari",
    "Esposito",
    "Bianchi",
    "Romano",
    "Colombo",
    "Ricci",
    "Marino",
    "Greco",
    "Bruno",
    "Gallo",
    "Conti",
    "De Luca",
    "Mancini",
    "Costa",
    "Giordano",
    "Rizzo",
    "Lombardi",
    "Moretti",
    "Barbieri",
    "Fontana",
    "Santoro",
    "Mariani",
    "Rinaldi",
    "Caruso",
    "Ferrara",
    "Galli",
    "Martini",
    "Leone",
    "Longo",
    "Gentile",
    "Martinelli",
    "Vitale",
    "Lombardo",
    "Serra",
    "Coppola",
];

/// First names; those at odd places are women's.
pub(super) const FIRST_NAMES: &[&str] = &[
    "Mario",
    "Giulia",
    "Luca",
    "Anna",
    "Paolo",
    "Sara",
    "Marco",
    "Elena",
    "Andrea",
    "Chiara",
    "Giovanni",
    "Francesca",
    "Davide",
    "Laura",
    "Matteo",
    "Valentina",
    "Stefano",
    "Giovanna",
    "Antonio",
    "Silvia",
    "Roberto",
    "Martina",
    "Simone",
    "Paola",
    "Ahmed",
    "Irina",
];

/// Municipalities by their Belfiore code, for tax codes.
pub(super) const BIRTHPLACES: &[&str] =
    &["H501", "F205", "L219", "F839", "A562", "D612", "G273", "Z129", "Z330", "Z138"];

/// An office of the demo with a town of its district.
pub(super) struct Place {
    pub office: &'static str,
    pub prefix: u8,
    pub town: &'static str,
    pub province: &'static str,
    pub postcode: &'static str,
    pub istat: &'static str,
    pub belfiore: &'static str,
    pub region: &'static str,
}

/// The four offices of the demo.
pub(super) const PLACES: [Place; 4] = [
    Place {
        office: "7010",
        prefix: 70,
        town: "Roma",
        province: "RM",
        postcode: "00175",
        istat: "058091",
        belfiore: "H501",
        region: "Lazio",
    },
    Place {
        office: "4900",
        prefix: 49,
        town: "Milano",
        province: "MI",
        postcode: "20122",
        istat: "015146",
        belfiore: "F205",
        region: "Lombardia",
    },
    Place {
        office: "8100",
        prefix: 81,
        town: "Torino",
        province: "TO",
        postcode: "10121",
        istat: "001272",
        belfiore: "L219",
        region: "Piemonte",
    },
    Place {
        office: "5100",
        prefix: 51,
        town: "Napoli",
        province: "NA",
        postcode: "80133",
        istat: "063049",
        belfiore: "F839",
        region: "Campania",
    },
];

/// Streets.
pub(super) const STREETS: &[&str] = &[
    "Via Roma",
    "Via Garibaldi",
    "Corso Italia",
    "Via Verdi",
    "Piazza Dante",
    "Via Mazzini",
    "Viale Europa",
    "Via del Lavoro",
];
