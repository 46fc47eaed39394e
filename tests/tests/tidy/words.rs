//! Words that must not stay: unfinished work, colours outside the tokens, second words for one thing, traces of somebody's machine.

use crate::rust;
use crate::tree::{self, File};

/// These rules spell out what they forbid.
fn is_rule(file: &File) -> bool {
    file.path.starts_with("tests/tests/tidy/")
}

/// Every line of `files` that `forbidden` objects to.
fn lines(files: &[File], forbidden: impl Fn(&str) -> Option<&'static str>) -> Vec<String> {
    let mut findings = Vec::new();
    for file in files {
        for (number, line) in file.text.lines().enumerate() {
            if let Some(what) = forbidden(line) {
                findings.push(format!("{}:{} {what}", file.path, number + 1));
            }
        }
    }
    findings
}

#[test]
fn nothing_is_left_unfinished() {
    let words = [
        "todo!",
        "unimplemented!",
        "dbg!",
        // In two parts, so that who looks for them finds only what is unfinished.
        concat!("#[", "ignore"),
        concat!("FIX", "ME"),
        "TODO",
        "XXX:",
        "test.only",
        "test.skip",
        "test.fixme",
    ];
    let code = [".rs", ".ts", ".mjs", ".js", ".css", ".scss", ".html", ".toml"];
    let is_code = |file: &File| code.iter().any(|end| file.path.ends_with(end)) && !is_rule(file);
    let files: Vec<_> = tree::all().into_iter().filter(is_code).collect();
    tree::none(
        "unfinished",
        &lines(&files, |line| words.into_iter().find(|word| line.contains(word))),
    );
}

#[test]
fn colours_come_from_the_tokens() {
    let styled = |file: &File| {
        let component = file.path.starts_with("frontend/src/") && file.path.ends_with(".rs");
        let style = file.path.starts_with("frontend/style/")
            && (file.path.ends_with(".css") || file.path.ends_with(".scss"));
        component || (style && !file.path.contains("tokens"))
    };
    let files: Vec<_> = tree::all().into_iter().filter(styled).collect();
    tree::none("raw colours", &lines(&files, |line| has_colour(line).then_some("a raw colour")));
}

/// Whether a line has `#` and 3, 4, 6 or 8 hexadecimal digits as a word, not the end of an address.
fn has_colour(line: &str) -> bool {
    line.match_indices('#').any(|(at, _)| {
        let word: String = line[at + 1..]
            .chars()
            .take_while(|c| c.is_alphanumeric() || *c == '-' || *c == '_')
            .collect();
        let standing_alone = line[..at]
            .chars()
            .next_back()
            .is_none_or(|c| !c.is_alphanumeric() && c != '/' && c != '&');
        matches!(word.len(), 3 | 4 | 6 | 8)
            && word.chars().all(|c| c.is_ascii_hexdigit())
            && standing_alone
    })
}

#[test]
fn texts_have_one_word_for_one_thing() {
    // What a text must not say, and what all of them say instead: civil sanctions in German, the institute's offices in German and Italian.
    let words = [
        ("Sanktion", "it is a Strafe"),
        ("ivilrechtliche Strafe", "it is a Zivilstrafe"),
        ("ivilrechtlichen Strafe", "it is a Zivilstrafe"),
        ("Sitzstelle", "it is a Stelle"),
        ("Dienststelle", "it is a Stelle"),
        ("Geschäftsstelle", "it is a Stelle"),
        ("Das Amt", "it is a Stelle"),
        ("'ufficio", "it is a sede"),
    ];
    let said = |line: &str| words.into_iter().find(|(word, _)| line.contains(word));
    tree::none("words", &lines(&texts(), |line| said(line).map(|(_, instead)| instead)));
}

#[test]
fn what_is_due_is_named_in_one_place() {
    // Screens, files and calendars ask `shared` for it: of a term, and of a kind of deadline.
    for name in ["Opporsi in tribunale", "Termine di un atto"] {
        let found = lines(&texts(), |line| line.contains(name).then_some(name));
        assert_eq!(found.len(), 1, "{found:?}");
    }
}

/// The files that have texts for people.
fn texts() -> Vec<File> {
    let has_texts = |file: &File| {
        let sources = ["shared/src/", "backend/src/", "frontend/src/"];
        sources.into_iter().any(|from| file.path.starts_with(from))
            && [".rs", ".json"].into_iter().any(|end| file.path.ends_with(end))
    };
    tree::all().into_iter().filter(has_texts).collect()
}

#[test]
fn no_trace_of_a_machine_is_kept() {
    // In two halves: the rule must not be a trace itself.
    let traces = [
        concat!("/wo", "rk/"),
        concat!("/ro", "ot/"),
        concat!("/ho", "me/"),
        concat!("/Us", "ers/"),
        concat!("registry", ".npm"),
        concat!("crates", ".io"),
        concat!("pypi", ".org"),
        concat!("deb.", "debian"),
    ];
    let lock =
        |file: &File| file.path.ends_with("package-lock.json") || file.path.ends_with("Cargo.lock");
    let files: Vec<_> = tree::all().into_iter().filter(|file| !is_rule(file)).collect();
    let (locks, others): (Vec<_>, Vec<_>) = files.into_iter().partition(lock);
    tree::none(
        "traces of a machine",
        &lines(&others, |line| traces.into_iter().find(|trace| line.contains(trace))),
    );
    // npm writes the host that it downloaded from unless `.npmrc` has `omit-lockfile-registry-resolved=true`.
    tree::none(
        "hosts in lock files",
        &lines(&locks, |line| line.contains("\"resolved\": \"http").then_some("a host")),
    );
}

#[test]
fn public_strings_stay_out_of_components() {
    // A text that a person reads is a field of the slice's `Texts`; what is left in a component are names and classes.
    let component = |file: &File| {
        file.path.starts_with("frontend/src/")
            && file.path.ends_with(".rs")
            && !file.path.ends_with("text.rs")
            && !file.path.contains("/text/")
            // The gallery shows components to the eye, with invented words.
            && !file.path.starts_with("frontend/src/gallery")
    };
    let mut findings = Vec::new();
    for file in tree::rust().into_iter().filter(component) {
        let production = file.text.split("#[cfg(test)]").next().unwrap_or_default();
        let code = rust::code(production);
        for (number, (line, bare)) in production.lines().zip(code.lines()).enumerate() {
            if shows_literal(line, bare) {
                findings.push(format!("{}:{} {}", file.path, number + 1, line.trim()));
            }
        }
    }
    tree::none("texts inside components", &findings);
}

/// Whether a line of `html!` shows a literal: one in braces of its own, or after an attribute that is read aloud.
fn shows_literal(line: &str, code: &str) -> bool {
    let trimmed = line.trim();
    let alone =
        trimmed.starts_with("{ \"") && trimmed.ends_with("\" }") && code.trim().starts_with('{');
    let read_aloud = ["aria-label=\"", "title=\"", "placeholder=\"", "alt=\""];
    let has_words = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count() > 2;
    let spoken = read_aloud
        .iter()
        .filter_map(|name| line.split_once(name))
        .any(|(_, rest)| has_words(rest.split('"').next().unwrap_or_default()));
    (alone && has_words(trimmed)) || spoken
}

#[test]
fn the_colour_rule_knows_what_a_colour_is() {
    for (line, colour) in [
        ("color: #00368F;", true),
        ("fill=\"#fff\"", true),
        ("#[derive(Debug)]", false),
        ("href=\"/guide#add\"", false),
        ("#main-content { }", false),
        ("&#228;", false),
    ] {
        assert_eq!(has_colour(line), colour, "{line}");
    }
}
