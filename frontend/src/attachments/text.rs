//! What the part of a form that takes documents says.

use shared::lang::Lang;
use yew::AttrValue;

use crate::i18n::counted;

pub(super) struct Texts {
    pub label: &'static str,
    /// How many files, how many megabytes each.
    pub limits: fn(u64, u64) -> String,
    pub list: &'static str,
    pub remove: fn(&str) -> String,
    pub sending: fn(&str) -> String,
    pub preparing: &'static str,
    pub examining: &'static str,
    pub ready: &'static str,
    pub pause: &'static str,
    pub paused: &'static str,
    pub resume: &'static str,
    pub retry: &'static str,
    pub offline: &'static str,
    pub missing: fn(u8) -> String,
    pub choose_again: &'static str,
    pub large_photo: &'static str,
    pub shrink: &'static str,
    pub shrinking: &'static str,
    pub no_smaller: &'static str,
    pub too_many: fn(u64) -> String,
    /// Ready, all.
    pub summary: fn(u64, u64) -> String,
    pub photograph: &'static str,
    pub photograph_more: &'static str,
    /// Of photographs that are on the device already.
    pub join_photos: &'static str,
    pub pages: fn(u64) -> String,
    pub make_document: &'static str,
    pub drop_page: &'static str,
    pub forget_pages: &'static str,
    pub no_document: &'static str,
    pub scan: &'static str,
    /// By the names of faults on the name.
    pub names: [(&'static str, &'static str); 7],
    /// By the names of faults on the file.
    pub files: [(&'static str, &'static str); 14],
    pub otherwise: &'static str,
}

pub(super) fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
        Lang::De => &DE,
    }
}

/// Why a file is refused, and what to do.
pub(super) fn reason(field: &str, reason: &str, words: &'static Texts) -> AttrValue {
    let known: &[(&str, &'static str)] = match field {
        "name" => &words.names,
        _ => &words.files,
    };
    let text = known.iter().find(|(name, _)| *name == reason).map(|(_, text)| *text);
    AttrValue::Static(text.unwrap_or(words.otherwise))
}

static IT: Texts = Texts {
    label: "Aggiungi documenti",
    limits: |files, megabytes| {
        [
            "Al massimo ",
            &counted(files, "file", "file"),
            ", ",
            &megabytes.to_string(),
            " MB ciascuno: PDF, immagini, Word, Excel, OpenDocument, testo, CSV, XML, p7m, zip. Dalle foto JPEG e PNG il dispositivo toglie luogo, ora e dati della fotocamera.",
        ]
        .concat()
    },
    list: "Documenti aggiunti",
    remove: |name| ["Togli ", name].concat(),
    sending: |name| ["Invio di ", name].concat(),
    preparing: "In preparazione…",
    examining: "Arrivato: lo stiamo controllando…",
    ready: "Caricato",
    pause: "Sospendi",
    paused: "Sospeso",
    resume: "Riprendi",
    retry: "Riprova",
    offline: "Senza rete: riprende da solo, da dove era, appena la rete torna.",
    missing: |percent| {
        [
            "Caricamento interrotto al ",
            &percent.to_string(),
            " %: scegli di nuovo lo stesso file e continua da lì.",
        ]
        .concat()
    },
    choose_again: "Scegli il file",
    large_photo: "La foto supera 3 MB.",
    shrink: "Riduci automaticamente",
    shrinking: "Riduzione in corso…",
    no_smaller: "Il tuo dispositivo non riesce a ridurre questa immagine: scattane una con una risoluzione più bassa o salvala come PDF.",
    too_many: |files| {
        [
            "Sono già ",
            &files.to_string(),
            " file. Togline uno, oppure unisci più documenti in un PDF o in uno zip.",
        ]
        .concat()
    },
    summary: |ready, all| {
        [&ready.to_string(), " di ", &counted(all, "documento caricato", "documenti caricati")]
            .concat()
    },
    photograph: "Fotografa le pagine",
    photograph_more: "Fotografa un'altra pagina",
    join_photos: "Unisci foto che hai già",
    pages: |count| counted(count, "pagina fotografata", "pagine fotografate"),
    make_document: "Unisci in un PDF",
    drop_page: "Togli l'ultima pagina",
    forget_pages: "Ricomincia",
    no_document: "Il tuo dispositivo non riesce a unire queste foto. Aggiungile una per una, o scegli meno pagine.",
    scan: "scansione",
    names: [
        ("missing", "Il file non ha un nome: rinominalo e riprova."),
        ("too_long", "Il nome del file è troppo lungo: accorcialo a 150 caratteri."),
        ("path", "Il nome del file contiene una cartella: lascia solo il nome."),
        ("marks", "Il nome del file contiene caratteri invisibili: rinominalo."),
        ("reserved", "Questo nome è riservato al sistema: rinomina il file."),
        ("kind", "Questo tipo di file non si può allegare. Salvalo come PDF."),
        (
            "double_extension",
            "Il nome ha due estensioni (per esempio «.exe.pdf»): rinominalo con una sola.",
        ),
    ],
    files: [
        ("empty", "Il file è vuoto."),
        ("too_large", "Il file supera 3 MB: riducilo o dividilo."),
        (
            "wrong_content",
            "Il contenuto non corrisponde all'estensione del nome: salvalo di nuovo nel formato giusto.",
        ),
        ("changed", "Il file è cambiato durante il caricamento: toglilo e aggiungilo di nuovo."),
        ("active", "Pagine HTML, SVG e XML con script non si possono allegare. Salva come PDF."),
        ("executable", "I programmi non si possono allegare."),
        ("macros", "Il documento contiene macro: salvalo senza macro o come PDF."),
        (
            "virus",
            "Il file contiene un virus: non è stato conservato. Controlla il tuo dispositivo.",
        ),
        ("bomb", "L'archivio si espande oltre i limiti (30 MB, 1000 file, due livelli)."),
        (
            "unsafe",
            "L'archivio contiene collegamenti o percorsi non ammessi: ricrealo con i soli documenti.",
        ),
        (
            "inside_archive",
            "L'archivio contiene un file che non si può allegare: toglilo dall'archivio.",
        ),
        ("encrypted", "L'archivio è protetto da password: la sede non potrebbe aprirlo."),
        ("broken", "Il file è danneggiato: salvalo di nuovo e riprova."),
        (
            "too_many",
            "Hai troppi caricamenti in sospeso: togli quelli che non servono dalle tue bozze.",
        ),
    ],
    otherwise: "Il file non può essere allegato.",
};

static EN: Texts = Texts {
    label: "Add documents",
    limits: |files, megabytes| {
        [
            "At most ",
            &counted(files, "file", "files"),
            " of ",
            &megabytes.to_string(),
            " MB each: PDF, pictures, Word, Excel, OpenDocument, text, CSV, XML, p7m, zip. From JPEG and PNG photos your device takes away place, time and camera.",
        ]
        .concat()
    },
    list: "Documents added",
    remove: |name| ["Remove ", name].concat(),
    sending: |name| ["Sending ", name].concat(),
    preparing: "Getting ready…",
    examining: "It has arrived and is being checked…",
    ready: "Uploaded",
    pause: "Pause",
    paused: "Paused",
    resume: "Resume",
    retry: "Try again",
    offline: "No network: it goes on by itself, from where it was, as soon as there is one.",
    missing: |percent| {
        [
            "The upload stopped at ",
            &percent.to_string(),
            "%: choose the same file again to go on from there.",
        ]
        .concat()
    },
    choose_again: "Choose the file",
    large_photo: "The photo is larger than 3 MB.",
    shrink: "Make it smaller",
    shrinking: "Making it smaller…",
    no_smaller: "Your device cannot make this picture smaller: take one at a lower resolution or save it as a PDF.",
    too_many: |files| {
        [
            "There are ",
            &files.to_string(),
            " files already. Remove one, or put several documents into one PDF or zip.",
        ]
        .concat()
    },
    summary: |ready, all| {
        [&ready.to_string(), " of ", &counted(all, "document uploaded", "documents uploaded")]
            .concat()
    },
    photograph: "Photograph the pages",
    photograph_more: "Photograph another page",
    join_photos: "Join photos you have",
    pages: |count| counted(count, "page photographed", "pages photographed"),
    make_document: "Make one PDF",
    drop_page: "Remove the last page",
    forget_pages: "Start again",
    no_document: "Your device cannot put these photos together. Add them one by one, or take fewer pages.",
    scan: "scan",
    names: [
        ("missing", "The file has no name: rename it and try again."),
        ("too_long", "The file name is too long: shorten it to 150 characters."),
        ("path", "The file name says a folder too: leave only the name."),
        ("marks", "The file name has invisible characters: rename it."),
        ("reserved", "Systems keep this name for themselves: rename the file."),
        ("kind", "This type of file cannot be attached. Save it as a PDF."),
        (
            "double_extension",
            "The name has two extensions (such as “.exe.pdf”): rename it with one.",
        ),
    ],
    files: [
        ("empty", "The file is empty."),
        ("too_large", "The file is larger than 3 MB: make it smaller or split it."),
        (
            "wrong_content",
            "The content is not what the extension says: save it again in the right format.",
        ),
        ("changed", "The file changed while it was uploaded: remove it and add it again."),
        ("active", "HTML pages, SVG and XML with scripts cannot be attached. Save as a PDF."),
        ("executable", "Programs cannot be attached."),
        ("macros", "The document has macros: save it without them or as a PDF."),
        ("virus", "The file holds a virus and was not kept. Check your device."),
        ("bomb", "The archive unpacks beyond the limits (30 MB, 1,000 files, two levels)."),
        (
            "unsafe",
            "The archive has links or paths that are not allowed: make it again with the documents only.",
        ),
        ("inside_archive", "The archive holds a file that cannot be attached: take it out."),
        ("encrypted", "The archive has a password: the office could not open it."),
        ("broken", "The file is damaged: save it again and try once more."),
        (
            "too_many",
            "You have too many uploads waiting: remove those you do not need from your drafts.",
        ),
    ],
    otherwise: "The file cannot be attached.",
};

static DE: Texts = Texts {
    label: "Dokumente hinzufügen",
    limits: |files, megabytes| {
        [
            "Höchstens ",
            &counted(files, "Datei", "Dateien"),
            " zu je ",
            &megabytes.to_string(),
            " MB: PDF, Bilder, Word, Excel, OpenDocument, Text, CSV, XML, p7m, zip. Aus JPEG- und PNG-Fotos entfernt Ihr Gerät Ort, Zeit und Kamera.",
        ]
        .concat()
    },
    list: "Hinzugefügte Dokumente",
    remove: |name| [name, " entfernen"].concat(),
    sending: |name| [name, " wird gesendet"].concat(),
    preparing: "Wird vorbereitet …",
    examining: "Angekommen, wird geprüft …",
    ready: "Hochgeladen",
    pause: "Anhalten",
    paused: "Angehalten",
    resume: "Fortsetzen",
    retry: "Noch einmal versuchen",
    offline: "Kein Netz: Es geht von selbst dort weiter, wo es war, sobald wieder eines da ist.",
    missing: |percent| {
        [
            "Das Hochladen wurde bei ",
            &percent.to_string(),
            " % unterbrochen: Wählen Sie dieselbe Datei noch einmal, um dort fortzufahren.",
        ]
        .concat()
    },
    choose_again: "Datei wählen",
    large_photo: "Das Foto ist größer als 3 MB.",
    shrink: "Automatisch verkleinern",
    shrinking: "Wird verkleinert …",
    no_smaller: "Ihr Gerät kann dieses Bild nicht verkleinern: Nehmen Sie eines mit geringerer Auflösung auf oder speichern Sie es als PDF.",
    too_many: |files| {
        ["Es sind schon ", &files.to_string(), " Dateien. Entfernen Sie eine, oder fassen Sie mehrere Dokumente in einem PDF oder Zip zusammen."].concat()
    },
    summary: |ready, all| {
        [
            &ready.to_string(),
            " von ",
            &counted(all, "Dokument hochgeladen", "Dokumenten hochgeladen"),
        ]
        .concat()
    },
    photograph: "Seiten fotografieren",
    photograph_more: "Noch eine Seite fotografieren",
    join_photos: "Vorhandene Fotos zusammenfügen",
    pages: |count| counted(count, "Seite fotografiert", "Seiten fotografiert"),
    make_document: "Zu einem PDF zusammenfügen",
    drop_page: "Letzte Seite entfernen",
    forget_pages: "Neu beginnen",
    no_document: "Ihr Gerät kann diese Fotos nicht zusammenfügen. Fügen Sie sie einzeln hinzu, oder nehmen Sie weniger Seiten.",
    scan: "scan",
    names: [
        (
            "missing",
            "Die Datei hat keinen Namen: Benennen Sie sie um und versuchen Sie es noch einmal.",
        ),
        ("too_long", "Der Dateiname ist zu lang: Kürzen Sie ihn auf 150 Zeichen."),
        ("path", "Der Dateiname nennt auch einen Ordner: Lassen Sie nur den Namen."),
        ("marks", "Der Dateiname enthält unsichtbare Zeichen: Benennen Sie die Datei um."),
        ("reserved", "Dieser Name ist dem System vorbehalten: Benennen Sie die Datei um."),
        ("kind", "Dateien dieser Art können nicht angehängt werden. Speichern Sie sie als PDF."),
        ("double_extension", "Der Name hat zwei Endungen (etwa „.exe.pdf“): Lassen Sie nur eine."),
    ],
    files: [
        ("empty", "Die Datei ist leer."),
        ("too_large", "Die Datei ist größer als 3 MB: Verkleinern oder teilen Sie sie."),
        (
            "wrong_content",
            "Der Inhalt entspricht nicht der Endung: Speichern Sie die Datei noch einmal im richtigen Format.",
        ),
        (
            "changed",
            "Die Datei hat sich beim Hochladen geändert: Entfernen Sie sie und fügen Sie sie neu hinzu.",
        ),
        (
            "active",
            "HTML-Seiten, SVG und XML mit Skripten können nicht angehängt werden. Speichern Sie als PDF.",
        ),
        ("executable", "Programme können nicht angehängt werden."),
        ("macros", "Das Dokument enthält Makros: Speichern Sie es ohne Makros oder als PDF."),
        ("virus", "Die Datei enthält einen Virus und wurde nicht behalten. Prüfen Sie Ihr Gerät."),
        (
            "bomb",
            "Das Archiv entpackt sich über die Grenzen hinaus (30 MB, 1000 Dateien, zwei Ebenen).",
        ),
        (
            "unsafe",
            "Das Archiv enthält unzulässige Verknüpfungen oder Pfade: Erstellen Sie es nur mit den Dokumenten neu.",
        ),
        (
            "inside_archive",
            "Das Archiv enthält eine Datei, die nicht angehängt werden kann: Nehmen Sie sie heraus.",
        ),
        ("encrypted", "Das Archiv hat ein Passwort: Die Stelle könnte es nicht öffnen."),
        (
            "broken",
            "Die Datei ist beschädigt: Speichern Sie sie noch einmal und versuchen Sie es wieder.",
        ),
        (
            "too_many",
            "Sie haben zu viele offene Uploads: Entfernen Sie nicht benötigte aus Ihren Entwürfen.",
        ),
    ],
    otherwise: "Die Datei kann nicht angehängt werden.",
};
