//! Addresses lead where they came from, and everybody who reads them agrees.

use super::*;
use shared::entrance::{DIALOGUE, DIALOGUE_TOOLS, Document, ENTRANCE, TOOLS, is_inside};

const COMPANY: &str = "/azienda/01ARZ3NDEKTSV4RRFFQ69G5FAV";

#[test]
fn addresses_lead_where_they_came_from() {
    let company = "01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap();
    let (declaration, payment, import) = Default::default();
    let request = Default::default();
    assert_eq!(Route::Declarations { company }.href(), [COMPANY, "/uniemens"].concat());
    let rooted = [
        Route::Company { company },
        Route::Declarations { company },
        Route::Declaration { company, declaration },
        Route::Payments { company },
        Route::Payment { company, payment },
        Route::Section { company, section: "crediti" },
        Route::Record { company, section: "crediti", key: "2026-09~A_20B" },
        Route::Import { import },
        Route::Request { request },
        Route::NewRequest,
        Route::Queued { request },
        Route::Tool { tool: "sanzioni" },
        Route::Verify { secret: "0a1b" },
    ];
    for route in rooted.into_iter().chain(PAGES.map(|(_, route)| route)) {
        assert_eq!(Route::of(&route.href()), route, "{route:?}");
    }
    let form = record_href(company, "pagamenti", &format!("{payment}~2"));
    assert_eq!(Route::of(&form), Route::Payment { company, payment });
    for path in [
        &[COMPANY, "/crediti/a/b"].concat(),
        &[COMPANY, "/crediti/%3Cb%3E"].concat(),
        &[COMPANY, "/crediti/", &"a".repeat(LONGEST + 1)].concat(),
        "/azienda/x/uniemens",
        "/azienda",
        "/oggi/oggi",
        "/importa/1",
        "//oggi//",
        "/non-trovata",
    ] {
        assert_eq!(Route::of(path), Route::NotFound, "{path}");
    }
}

#[test]
fn app_and_worker_know_the_document_of_an_address() {
    let first = [Route::Root, Route::SignIn, Route::Today];
    assert_eq!(ENTRANCE.map(Route::of), first);
    let rest = [
        Route::Tool { tool: "sanzioni" },
        Route::Tool { tool: "moduli" },
        Route::Verify { secret: "0a1b" },
        Route::Import { import: Default::default() },
        Route::Request { request: Default::default() },
        Route::Queued { request: Default::default() },
    ];
    for route in PAGES.map(|(_, route)| route).into_iter().chain(rest) {
        let document = match route {
            Route::Root | Route::SignIn | Route::Today => Document::Entrance,
            Route::Requests | Route::NewRequest | Route::Request { .. } => Document::Dialogue,
            Route::Queue | Route::Queued { .. } | Route::Register => Document::Dialogue,
            Route::Statistics | Route::Office => Document::Dialogue,
            Route::Tool { tool: "moduli" } => Document::Dialogue,
            Route::Tools | Route::Tool { .. } | Route::Verify { .. } => Document::Tools,
            Route::Intake | Route::Import { .. } | Route::Gallery => Document::Tools,
            Route::Administration => Document::Tools,
            _ => Document::App,
        };
        let path = route.href();
        assert_eq!(Document::of(&path), document, "{path}");
        let first = [Document::App, Document::Entrance].contains(&document);
        assert_eq!(Document::App.shows(&path), first, "{path}");
        for other in [Document::Dialogue, Document::Tools] {
            assert_eq!(other.shows(&path), document == other, "{path}");
        }
    }
    let worker = include_str!("../../static/sw.js");
    let list = |words: &[&str]| {
        words.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(", ")
    };
    for (name, words) in [
        ("ENTRANCE", &ENTRANCE[..]),
        ("DIALOGUE", &DIALOGUE[..]),
        ("DIALOGUE_TOOLS", &DIALOGUE_TOOLS[..]),
        ("TOOLS", &TOOLS[..]),
    ] {
        assert!(
            worker.contains(&format!("const {name} = [{}]\n", list(words))),
            "sw.js knows other {name}"
        );
    }
}

#[test]
fn the_server_knows_which_pages_ask_who_is_there() {
    let company = "01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap();
    let more = [
        Route::Declarations { company },
        Route::Import { import: Default::default() },
        Route::Tool { tool: "sanzioni" },
        Route::Verify { secret: "0a1b" },
    ];
    for route in more.into_iter().chain(PAGES.map(|(_, route)| route)) {
        let door = matches!(route, Route::Root | Route::SignIn);
        assert_eq!(is_inside(&route.href()), !door && !route.is_public(), "{route:?}");
    }
    assert!(!is_inside("//oggi") && !is_inside("oggi") && !is_inside("/oggi.html"));
}

#[test]
fn the_shortcuts_of_the_installed_app_lead_somewhere() {
    let manifest: serde_json::Value =
        serde_json::from_str(include_str!("../../static/manifest.webmanifest")).unwrap();
    let shortcuts = manifest["shortcuts"].as_array().unwrap();
    let addresses = shortcuts
        .iter()
        .chain([&manifest])
        .map(|part| part.get("url").unwrap_or(&part["start_url"]));
    for address in addresses {
        let path = address.as_str().unwrap().split('?').next().unwrap();
        assert_ne!(Route::of(path), Route::NotFound, "{address}");
    }
}

#[test]
fn signing_in_leads_only_to_pages_of_this_app() {
    assert_eq!(safe_next("/clienti?q=forno"), Some("/clienti?q=forno"));
    assert_eq!(safe_next(COMPANY), Some(COMPANY));
    for next in [
        "",
        "/",
        "/entra",
        "//evil.example",
        "//evil.example/oggi",
        "/%2Fevil.example",
        "javascript:alert(1)//oggi",
        "https://evil.example",
        "/\\evil.example",
        "/privacy",
        "/nope",
        "oggi",
    ] {
        assert_eq!(safe_next(next), None, "{next}");
    }
}

#[test]
fn every_step_up_ends_at_the_first_page() {
    let (company, payment) = Default::default();
    for mut route in [
        Route::Payment { company, payment },
        Route::Record { company, section: "crediti", key: "1" },
    ] {
        let mut steps = 0;
        while let Some(parent) = route.parent() {
            route = parent;
            steps += 1;
        }
        assert_eq!((route, steps), (Route::Today, 3));
    }
}
