//! The words of notices in Italian.

use super::Texts;
use crate::i18n::counted;

pub(super) static TEXTS: Texts = Texts {
    title: "Perché, e come si arriva all'importo",
    causes: [
        (
            "Aliquota applicata",
            "L'Istituto applica un'altra aliquota da quella denunciata.",
            "Guarda CSC, codici di autorizzazione e numero di dipendenti del mese: se sono giusti, chiedi il ricalcolo.",
        ),
        (
            "Irregolarità DURC",
            "Un'agevolazione è stata tolta perché il DURC interno di quel mese era rosso.",
            "Guarda il DURC interno del mese: un mese perso non si recupera, ma un esito sbagliato sì.",
        ),
        (
            "CIG e fondi",
            "Il contributo per la cassa integrazione o per un fondo di solidarietà non corrisponde.",
            "Guarda la soglia dimensionale e il codice di autorizzazione del fondo.",
        ),
        (
            "Sanzioni",
            "Il versamento è arrivato oltre il termine.",
            "Guarda il giorno del versamento F24 del mese.",
        ),
        (
            "Esiti non definiti",
            "Un controllo sul DURC o sulla CIG non è finito.",
            "Aspetta l'esito prima di pagare: la nota può ancora cambiare.",
        ),
        (
            "Altre cause",
            "Arrotondamenti o partite aziendali ricalcolate.",
            "Guarda gli importi della denuncia, voce per voce.",
        ),
    ],
    provisional: "La nota è provvisoria: il controllo da cui dipende non è concluso.",
    negative: "Un gruppo della denuncia ha un importo negativo: la nota non si può rifare così.",
    dates: "Le date della nota non tornano: emessa prima della scadenza del mese, o notificata prima di essere emessa.",
    declared: "Denunciato",
    recalculated: "Ricalcolato",
    difference: "Differenza contributiva",
    days: |from, to| ["Giorni dal ", from, " al ", to].concat(),
    sanction: |of, rate, days| [of, " × ", rate, " × ", &days.to_string(), " / 365"].concat(),
    cap: "Tetto di legge della sanzione",
    total: "Differenza e sanzioni",
    halved: |until, sanction| {
        ["Entro il ", until, " le sanzioni sono la metà (", sanction, ")"].concat()
    },
    agrees: "Il calcolo rifatto coincide con la nota, al centesimo.",
    paid_on: |day| ["Pagata con F24 del ", day].concat(),
    paid: "Già versato",
    part_paid: |amount| ["già versati ", amount].concat(),
    differs: |printed| {
        ["Il calcolo rifatto non coincide: la nota dice ", printed, ". Puoi chiedere il ricalcolo."]
            .concat()
    },
    today: "da pagare oggi",
    today_halved: "da pagare oggi, con le sanzioni a metà",
    late: |by| {
        ["Il termine era il ", by, ": pagando dopo, le sanzioni crescono e le calcola la sede."]
            .concat()
    },
    row: "Riga F24",
    rate_of_parameters: |rate| {
        ["La nota non stampa il tasso delle sanzioni: qui è quello dei parametri, ", rate, "."]
            .concat()
    },
    screen: "Note di rettifica",
    lead: "Le note di tutte le aziende che segui: perché ci sono, quanto costano, entro quando pagarle.",
    one_company: "Le note di tutte le aziende",
    counters: |open, soon| {
        [
            counted(open, "nota aperta", "note aperte"),
            counted(soon, "scade entro 7 giorni", "scadono entro 7 giorni"),
        ]
        .join(" · ")
    },
    counts: ["aperte", "aziende", "in scadenza", "da pagare", "a credito", "risparmio pagando ora"],
    groups: "Stessa causa, più aziende",
    groups_lead: "Una spiegazione sola per tutte le note della stessa causa.",
    group_line: |notices, companies| {
        [counted(notices, "nota", "note"), counted(companies, "azienda", "aziende")].join(", ")
    },
    months: "Competenza",
    next_term: "Prossimo termine",
    oldest: "La più vecchia è del",
    spared: "Risparmio pagando nei termini",
    named: "Aziende",
    others: |count| ["e ", &counted(count, "altra azienda", "altre aziende")].concat(),
    show_group: "Mostra queste note",
    search: "Azienda, codice fiscale, matricola o numero",
    cause_label: "Causa",
    every_cause: "Tutte le cause",
    stage_label: "Stato",
    open_stages: "Tutte le aperte",
    side_label: "Tipo",
    every_side: "A debito e a credito",
    sides: ["A debito", "A credito"],
    within: |days| ["Entro ", &days.to_string(), " giorni"].concat(),
    sort_label: "Ordine",
    sorts: ["Prossimo termine", "Importo", "Azienda", "Competenza", "Emissione"],
    clear: "Togli i filtri",
    none: "Nessuna nota aperta",
    none_text: "I calcoli dell'Istituto coincidono con le denunce.",
    none_filtered: "Nessuna nota con questi filtri",
    columns: ["Nota", "Azienda", "Competenza", "Causa", "Importo", "Da pagare entro", "Stato"],
    halved_by: |amount, day| [amount, " entro il ", day, ", con le sanzioni a metà"].concat(),
    overdue: "scaduta",
    clocks: |days| ["Termini dei prossimi ", &days.to_string(), " giorni"].concat(),
    no_clock: |days| {
        ["Nessun termine in corso: nulla scade nei prossimi ", &days.to_string(), " giorni."]
            .concat()
    },
    notices: |count| counted(count, "nota", "note"),
    days_left: |days| counted(days.unsigned_abs(), "giorno", "giorni"),
    pay_until: |amount, day| [amount, " da pagare entro il ", day].concat(),
    ran_out: |day| ["il termine era il ", day].concat(),
    choosing: "Scegli più note",
    stop_choosing: "Smetti di scegliere",
    choose: |number| ["Scegli ", number].concat(),
    chosen: |count| counted(count, "nota scelta", "note scelte"),
    next_steps: "Prossimi passi per le note scelte",
    copy_rows: "Copia le righe F24",
    copy_letter: "Copia la richiesta di ricalcolo",
    copied: "Copiato",
    evidence: "Le evidenze di queste note",
    letter: |lines| {
        ["Oggetto: note di rettifica, spiegazione della causa e ricalcolo\n\nSi chiede di spiegare la causa e di ricalcolare le seguenti note:\n", lines, "\nSi allegano le denunce dei mesi indicati e il nostro calcolo."].concat()
    },
    recomputed: "Ricalcolo dalla denuncia e dalle aliquote",
    firm: |csc, cas, size| {
        ["CSC ", csc, " · CA ", cas, " · ", &counted(size, "dipendente", "dipendenti")].concat()
    },
    no_cas: "nessuno",
    heads: [
        "Gruppo",
        "Lavoratori",
        "Imponibile",
        "Dichiarato",
        "Aliquota dichiarata",
        "Aliquota dovuta",
        "Ricalcolato",
        "Differenza",
    ],
    total_line: "Totale",
    same: "Il ricalcolo dà la stessa differenza della nota.",
    right: "Per le aliquote di questo inquadramento il dichiarato è giusto: la nota parte da altro. Prova qui sotto altri CA o un'altra dimensione.",
    other: |ours, theirs| {
        [
            "Il ricalcolo dà una differenza di ",
            ours,
            ", la nota di ",
            theirs,
            ": puoi chiedere il ricalcolo.",
        ]
        .concat()
    },
    incomplete: "Di qualche gruppo l'aliquota non è nota: il suo importo resta quello dichiarato.",
    no_return: "Non c'è una denuncia del mese con i gruppi di lavoratori, o il registro non dice l'inquadramento: il ricalcolo non si può fare.",
    no_size: "La denuncia non dice quanti dipendenti c'erano: scrivi la dimensione qui sotto.",
    subject: |number| ["Nota di rettifica ", number].concat(),
    open_return: "Apri la denuncia del mese",
    group_unknown: "il gruppo non ha contribuzione ordinaria",
    qualification: |code| ["la qualifica ", code, " ha fondi propri"].concat(),
    own_fund: "il fondo del settore si aggiunge, con un'aliquota che le tabelle non hanno",
    apprentices: "l'aliquota degli apprendisti dipende dai mesi svolti o dal mestiere",
    suppose: "E se il CA o la dimensione fossero diversi?",
    suppose_lead: "Scegli altri codici di autorizzazione, un'altra dimensione o un altro fondo: il conto si rifà subito, su questo dispositivo. L'indirizzo della pagina tiene la prova, e si può inviare.",
    size: "Dipendenti",
    size_help: "Media del mese, per le soglie dei fondi.",
    size_wrong: "Un numero intero di dipendenti, per esempio 16.",
    cas: "Codici di autorizzazione",
    effects: [
        "assoggetta al FIS: l'aliquota è quella del settore",
        "è un'agevolazione che va a conguaglio: l'aliquota resta",
        "non cambia l'aliquota",
        "porta ad aliquote che le tabelle non hanno",
    ],
    fits: "La nota tornerebbe così:",
    fit: |cas, size| ["CA ", cas, ", ", &counted(size, "dipendente", "dipendenti")].concat(),
    no_fit: "Nessun'altra dimensione, nessun CA noto e nessun altro fondo spiega da solo la nota.",
    reset: "Torna al registro",
    no_notice: "Non ci sarebbe nessuna nota: la differenza è entro la soglia.",
    less: |by| ["La nota sarebbe di ", by, " in meno."].concat(),
    more: |by| ["La nota sarebbe di ", by, " in più."].concat(),
    unchanged: "La nota resterebbe dello stesso importo.",
    turned: "La nota cambierebbe segno.",
    supposed_total: "Differenza e sanzioni, così",
};
