//! The short texts every public service owes its users, about this one.

use shared::lang::Lang;

/// A heading and its paragraph.
pub(super) type Section = (&'static str, &'static str);

pub(super) struct Texts {
    pub accessibility: [Section; 4],
    pub legal: [Section; 4],
    pub privacy: [Section; 4],
    pub not_found: &'static str,
    pub to_start: &'static str,
}

pub(super) fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
        Lang::De => &DE,
    }
}

static IT: Texts = Texts {
    accessibility: [
        (
            "Che cosa vale",
            "Questa dichiarazione descrive il software Cassetto. L'organizzazione che lo mette a disposizione pubblica la \
             propria dichiarazione con AgID, entro il 23 settembre di ogni anno.",
        ),
        (
            "Stato di conformità",
            "L'app è costruita per rispettare le WCAG 2.2 livello AA, che comprendono la norma UNI EN 301549. A ogni \
             modifica tutte le schermate sono controllate in modo automatico, a tre dimensioni e nei due aspetti, chiaro e \
             scuro; una valutazione con persone non è ancora stata fatta.",
        ),
        (
            "Che cosa puoi fare",
            "Usare tutto da tastiera e con lettore di schermo, ingrandire il testo fino al 200% senza perdere contenuti, \
             scegliere l'aspetto scuro e una spaziatura più ampia nel profilo. I grafici hanno sempre un testo e una \
             tabella.",
        ),
        (
            "Segnala un problema",
            "Se qualcosa non è accessibile, scrivi a chi gestisce questo servizio nella tua organizzazione e indica la \
             pagina. Se non ricevi risposta entro 30 giorni puoi rivolgerti al Difensore civico per il digitale presso \
             AgID.",
        ),
    ],
    legal: [
        (
            "Che cos'è",
            "Cassetto è software libero, con licenza EUPL 1.2, che ciascuno può installare sul proprio server. Non è un \
             servizio dell'INPS, non è collegato agli archivi dell'INPS e non ne usa il marchio.",
        ),
        (
            "Che valore hanno i dati",
            "Ciò che vedi viene dai file importati: denunce UniEmens, F24, visure. Importi e stati sono ricostruiti con le \
             regole pubblicate dall'Istituto, ma fa fede soltanto ciò che risulta all'INPS.",
        ),
        (
            "Simulatore",
            "Dove compare la parola Simulatore, persone, aziende e importi sono inventati e l'accesso non verifica alcuna \
             identità.",
        ),
        (
            "Responsabilità",
            "Il software è fornito così com'è, nei termini della licenza. Chi lo mette a disposizione risponde del proprio \
             servizio.",
        ),
    ],
    privacy: [
        (
            "Chi tratta i dati",
            "Titolare del trattamento è l'organizzazione che gestisce questo server: a lei puoi chiedere accesso, \
             correzione e cancellazione. Gli autori del software non ricevono alcun dato.",
        ),
        (
            "Quali dati",
            "I dati contenuti nei file importati (aziende, denunce, lavoratori, versamenti), chi ha fatto accesso e quando, \
             e il registro delle operazioni, dove compaiono codici e non contenuti.",
        ),
        (
            "Cookie e memoria del dispositivo",
            "C'è un solo cookie, tecnico, che tiene aperta la sessione: finisce dopo 30 minuti senza attività e comunque \
             dopo 8 ore. Sul dispositivo restano soltanto lingua, aspetto e il fatto che qualcuno ha fatto accesso, e \
             per tre giorni al massimo quello che hai scritto e il servizio non ha ancora. Nessuno ti segue.",
        ),
        (
            "Simulatore",
            "Nel simulatore tutti i dati sono inventati. Non importare file di persone vere in un simulatore.",
        ),
    ],
    not_found: "L'indirizzo non porta a nessuna pagina: forse è stato copiato a metà.",
    to_start: "Vai alla prima pagina",
};

static EN: Texts = Texts {
    accessibility: [
        (
            "What this covers",
            "This statement describes the software Cassetto. The organisation that offers it publishes its own statement \
             with AgID, by 23 September of each year.",
        ),
        (
            "State of conformity",
            "The app is built to meet WCAG 2.2 level AA, which includes EN 301549. At each change all screens are checked \
             automatically, at three sizes and in both appearances, light and dark; an assessment with people has not been \
             made yet.",
        ),
        (
            "What you can do",
            "Use everything by keyboard and with a screen reader, enlarge the text up to 200% without losing content, \
             choose the dark appearance and wider spacing in the profile. Charts always have a text and a table.",
        ),
        (
            "Report a problem",
            "If something is not accessible, write to whoever runs this service in your organisation and name the page. If \
             you get no answer within 30 days you can turn to the Difensore civico per il digitale at AgID.",
        ),
    ],
    legal: [
        (
            "What it is",
            "Cassetto is free software under the EUPL 1.2 licence, which anybody can install on their own server. It is not \
             a service of INPS, is not connected to the records of INPS and does not use its mark.",
        ),
        (
            "What the data are worth",
            "What you see comes from imported files: UniEmens declarations, F24 forms, register extracts. Amounts and \
             states are reconstructed by the rules the institute published, but only what INPS holds is authoritative.",
        ),
        (
            "Simulator",
            "Where the word Simulator appears, people, companies and amounts are invented and signing in proves no \
             identity.",
        ),
        (
            "Liability",
            "The software is provided as it is, under the terms of the licence. Whoever offers it answers for their own \
             service.",
        ),
    ],
    privacy: [
        (
            "Who processes the data",
            "The controller is the organisation that runs this server: ask them for access, correction and deletion. The \
             authors of the software receive no data.",
        ),
        (
            "Which data",
            "The data in imported files (companies, declarations, workers, payments), who signed in and when, and the audit \
             log, which holds codes and no contents.",
        ),
        (
            "Cookies and the device's memory",
            "There is a single cookie, a technical one, which keeps the session open: it ends after 30 minutes without \
             activity and after 8 hours in any case. Only language, appearance and the fact that somebody signed in stay on \
             the device, and for three days at most what you wrote and the service does not have yet. Nobody follows you.",
        ),
        (
            "Simulator",
            "In the simulator all data are invented. Do not import files of real people into a simulator.",
        ),
    ],
    not_found: "The address leads to no page: perhaps only part of it was copied.",
    to_start: "Go to the first page",
};

static DE: Texts = Texts {
    accessibility: [
        (
            "Wofür sie gilt",
            "Diese Erklärung beschreibt die Software Cassetto. Die Organisation, die sie anbietet, veröffentlicht bei AgID \
             ihre eigene Erklärung, bis zum 23. September jedes Jahres.",
        ),
        (
            "Stand der Vereinbarkeit",
            "Die App ist nach WCAG 2.2 Stufe AA gebaut, was EN 301549 einschließt. Bei jeder Änderung werden alle Seiten \
             automatisch geprüft, in drei Größen und in beiden Darstellungen, hell und dunkel; eine Bewertung mit Menschen \
             steht noch aus.",
        ),
        (
            "Was Sie tun können",
            "Alles mit Tastatur und Bildschirmleser bedienen, den Text ohne Verlust auf 200% vergrößern, im Profil die \
             dunkle Darstellung und einen weiteren Textabstand wählen. Diagramme haben immer einen Text und eine Tabelle.",
        ),
        (
            "Ein Problem melden",
            "Ist etwas nicht zugänglich, schreiben Sie an den Betreiber dieses Dienstes in Ihrer Organisation und nennen \
             Sie die Seite. Ohne Antwort innerhalb von 30 Tagen können Sie sich an den Difensore civico per il digitale bei \
             AgID wenden.",
        ),
    ],
    legal: [
        (
            "Was es ist",
            "Cassetto ist freie Software unter der Lizenz EUPL 1.2, die jeder auf dem eigenen Server einrichten kann. Es \
             ist kein Dienst des INPS, nicht mit dessen Archiven verbunden und verwendet dessen Zeichen nicht.",
        ),
        (
            "Was die Daten wert sind",
            "Was Sie sehen, stammt aus importierten Dateien: UniEmens-Meldungen, F24, Registerauszüge. Beträge und Zustände \
             sind nach den veröffentlichten Regeln des Instituts rekonstruiert, maßgeblich ist allein, was beim INPS \
             vorliegt.",
        ),
        (
            "Simulator",
            "Wo das Wort Simulator steht, sind Personen, Betriebe und Beträge erfunden, und die Anmeldung prüft keine \
             Identität.",
        ),
        (
            "Haftung",
            "Die Software wird so bereitgestellt, wie sie ist, zu den Bedingungen der Lizenz. Wer sie anbietet, ist für \
             seinen Dienst verantwortlich.",
        ),
    ],
    privacy: [
        (
            "Wer die Daten verarbeitet",
            "Verantwortlich ist die Organisation, die diesen Server betreibt: Bei ihr können Sie Auskunft, Berichtigung und \
             Löschung verlangen. Die Autoren der Software erhalten keine Daten.",
        ),
        (
            "Welche Daten",
            "Die Daten der importierten Dateien (Betriebe, Meldungen, Arbeitnehmer, Zahlungen), wer sich wann angemeldet \
             hat, und das Protokoll der Vorgänge, das Kodes und keine Inhalte enthält.",
        ),
        (
            "Cookies und Gerätespeicher",
            "Es gibt ein einziges, technisches Cookie, das die Sitzung offen hält: Sie endet nach 30 Minuten ohne Aktivität \
             und spätestens nach 8 Stunden. Auf dem Gerät bleiben nur Sprache, Darstellung und die Tatsache, dass sich \
             jemand angemeldet hat, und höchstens drei Tage lang, was Sie geschrieben haben und der Dienst noch nicht hat. \
             Niemand verfolgt Sie.",
        ),
        (
            "Simulator",
            "Im Simulator sind alle Daten erfunden. Importieren Sie keine Dateien echter Personen in einen Simulator.",
        ),
    ],
    not_found: "Die Adresse führt zu keiner Seite: Vielleicht wurde sie unvollständig kopiert.",
    to_start: "Zur ersten Seite",
};
