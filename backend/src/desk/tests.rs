//! What the program comes with.

use std::collections::BTreeSet;

use shared::desk::check;
use shared::lang::Lang;
use shared::requests::topics::{self, Catalogue};

use super::shipped::shipped;

#[test]
fn shipped_modules_are_sound_in_every_language() {
    let modules = shipped();
    assert!(modules.len() >= 16, "the commonest topics have one: {}", modules.len());
    let numbers: BTreeSet<_> = modules.iter().map(|(id, _)| *id).collect();
    assert_eq!(numbers.len(), modules.len(), "a number is one module's");
    let topics: Catalogue = serde_json::from_str(topics::SHIPPED).expect("it is read");
    let topics = topics::Known::new(topics, []);
    for (id, content) in modules {
        assert_eq!(check(content, |topic| topics.topic(topic).is_some()), [], "{id}");
        for lang in Lang::ALL {
            assert!(!content.exactly(lang).is_empty(), "{id} in {lang:?}");
        }
    }
    assert!(modules.iter().any(|(_, content)| content.topic.is_none()), "some are for anything");
}
