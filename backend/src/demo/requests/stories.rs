//! What the personas asked, and how it went on.

use shared::offices::OfficeCode;
use shared::requests::topics::Unit;
use shared::requests::{Action, Answer, Aspect, Outcome};

use super::{OFFICE, Story};

fn story(
    (company, by): (usize, &'static str),
    (topic, days): (u16, i32),
    [subject, text]: [&'static str; 2],
    steps: Vec<(i32, &'static str, Action)>,
) -> Story {
    Story { company, by, topic, days, subject, text, steps }
}

fn ask(text: &str) -> Action {
    Action::Ask { text: text.to_owned(), attachments: vec![] }
}

fn note(text: &str) -> Action {
    Action::Note { text: text.to_owned() }
}

fn rate(stars: u8, aspect: Aspect, comment: &str) -> Action {
    Action::Rate { stars, aspect: Some(aspect), comment: comment.to_owned() }
}

fn close(outcome: Outcome, comment: &str) -> Action {
    Action::Close { outcome, comment: comment.to_owned(), attachments: vec![] }
}

fn answer(outcome: Option<Outcome>, [decision, law, next]: [&str; 3]) -> Action {
    let (decision, law, next) = (decision.to_owned(), law.to_owned(), next.to_owned());
    let answer = Answer { decision, law, next, contestable: None };
    Action::Answer { answer, outcome, attachments: Vec::new() }
}

/// Every story.
pub(super) fn stories() -> Vec<Story> {
    [open(), with_others(), closed(), begun()].into_iter().flatten().collect()
}

/// What is open and on its way.
fn open() -> Vec<Story> {
    let opinion = "Serve il parere sulla classificazione.".to_owned();
    let found = "Il versamento è stato trovato: lo spostiamo noi.";
    vec![
        story(
            (0, "titolare"),
            (201, 1),
            [
                "Denuncia di settembre non visibile",
                "Abbiamo trasmesso la denuncia di settembre ma nel cassetto non compare.",
            ],
            Vec::new(),
        ),
        story(
            (0, "consulente"),
            (301, 4),
            [
                "F24 non abbinato",
                "L'F24 del mese scorso risulta pagato ma non abbinato: la matricola era sbagliata.",
            ],
            vec![
                (3, "operatore", Action::Take),
                (3, "operatore", note("Il versamento c'è, sulla matricola vicina.")),
                (2, "operatore", answer(None, [found, "", "Le scriviamo quando è abbinato."])),
            ],
        ),
        story(
            (0, "titolare"),
            (101, 12),
            ["Cambio della sede legale", "La sede legale è cambiata: che cosa serve?"],
            vec![
                (11, "operatore", Action::Take),
                (9, "operatore", ask("Ci mandi la visura camerale con la nuova sede.")),
            ],
        ),
        story(
            (4, "consulente2"),
            (102, 6),
            [
                "Classificazione dopo il cambio di attività",
                "Da quest'anno l'attività prevalente è un'altra: il CSC va rivisto?",
            ],
            vec![
                (5, "operatore", Action::Take),
                (4, "operatore", Action::Escalate { reason: opinion }),
            ],
        ),
    ]
}

/// What is late, was passed on, or came back.
fn with_others() -> Vec<Story> {
    let (unit, reason) = (Unit::RECOVERY, "È materia del recupero crediti.".to_owned());
    let office = OfficeCode::parse(OFFICE).ok();
    let passed = office.map(|office| (2, "operatore", Action::Transfer { office, unit, reason }));
    let (phone, when) = ("06 555 0100".to_owned(), "la mattina, prima delle 12".to_owned());
    let text = "Aggiungo gli estremi delle due quietanze.".to_owned();
    let partly = [
        "Il mese risulta pagato in parte.",
        "Art. 4 DM 30 gennaio 2015",
        "Versi la differenza entro quindici giorni dall'invito.",
    ];
    let why = "La differenza era già stata versata.".to_owned();
    vec![
        story(
            (0, "consulente"),
            (304, 45),
            [
                "Rimborso di contributi versati due volte",
                "Lo stesso mese è stato versato due volte: chiediamo il rimborso.",
            ],
            vec![
                (43, "collega1", Action::Take),
                (38, "consulente", Action::Reply { text, attachments: Vec::new() }),
                (20, "titolare", Action::CallBack { phone, when }),
            ],
        ),
        story(
            (4, "consulente2"),
            (602, 3),
            ["Avviso per un mese già pagato", "È arrivato un avviso per un mese pagato."],
            passed.into_iter().collect(),
        ),
        story(
            (0, "titolare"),
            (501, 18),
            ["Preavviso di irregolarità", "Parla di un mese pagato con l'F24 di agosto."],
            vec![
                (17, "responsabile", Action::Take),
                (14, "responsabile", answer(Some(Outcome::Partly), partly)),
                (8, "titolare", Action::Reopen { reason: why, attachments: vec![] }),
            ],
        ),
    ]
}

/// What is over.
fn closed() -> Vec<Story> {
    let annulled = [
        "Lo sgravio spettava: la nota è annullata.",
        "Art. 1, comma 1175, L. 296/2006",
        "Non deve fare nulla.",
    ];
    let form = "La domanda si presenta con il modello previsto, non da qui.";
    let reason = "È diventata definitiva stanotte.".to_owned();
    vec![
        story(
            (0, "titolare"),
            (401, 60),
            ["Che cosa dice la nota di rettifica", "Non è chiaro perché tolga lo sgravio."],
            vec![
                (58, "operatore", Action::Take),
                (56, "operatore", answer(Some(Outcome::Accepted), annulled)),
                (55, "titolare", rate(5, Aspect::Clear, "Chiari e veloci.")),
            ],
        ),
        story(
            (0, "consulente"),
            (605, 75),
            ["Dilazione in ventiquattro rate", "Chiediamo di rateizzare in ventiquattro rate."],
            vec![
                (73, "collega2", Action::Take),
                (66, "collega2", close(Outcome::Rejected, form)),
                (65, "consulente", rate(2, Aspect::Complete, "")),
            ],
        ),
        story(
            (4, "consulente2"),
            (1101, 30),
            [
                "Domanda sulle imposte",
                "Riguarda le ritenute fiscali, e nessun altro oggetto sembrava quello giusto.",
            ],
            vec![
                (29, "operatore", Action::Take),
                (29, "operatore", close(Outcome::NotPertinent, "Risponde l'Agenzia.")),
            ],
        ),
        story(
            (0, "titolare"),
            (203, 25),
            ["Denuncia provvisoria", "La denuncia di luglio è ancora provvisoria."],
            vec![(24, "titolare", Action::Withdraw { reason })],
        ),
    ]
}

/// What the office began, and waits for.
fn begun() -> Vec<Story> {
    vec![story(
        (0, "operatore"),
        (206, 4),
        [
            "Codice contratto di un lavoratore",
            "Nelle denunce di quest'anno un lavoratore ha un codice contratto che non è più in vigore. Ci indica quale contratto applica?",
        ],
        Vec::new(),
    )]
}
