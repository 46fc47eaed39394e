//! What was opened lately, in the memory of the page only, and only for whoever opened it.

use std::cell::RefCell;

use shared::ids::PersonId;
use yew::AttrValue;

use super::item::Item;
use crate::ui::IconName;

/// Things kept.
const MOST: usize = 6;

thread_local! {
    static OPENED: RefCell<(PersonId, Vec<Item>)> = RefCell::default();
}

/// Keeps a company that was opened.
pub fn note(person: PersonId, name: AttrValue, href: AttrValue) {
    keep(person, Item::thing(name, "", IconName::Building, href));
}

/// Keeps what was opened, the latest first. Another person begins anew.
pub fn keep(person: PersonId, item: Item) {
    OPENED.with_borrow_mut(|(owner, items)| {
        if *owner != person {
            items.clear();
            *owner = person;
        }
        items.retain(|before| before.does != item.does);
        items.insert(0, item);
        items.truncate(MOST);
    });
}

/// What this person opened, the latest first.
pub fn opened(person: PersonId) -> Vec<Item> {
    OPENED.with_borrow(|(owner, items)| if *owner == person { items.clone() } else { Vec::new() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_comes_first_and_another_person_sees_none() {
        let (one, other) = (PersonId::from_u128(1), PersonId::from_u128(2));
        for name in ["a", "b", "a"] {
            note(one, name.into(), name.into());
        }
        let names =
            |person| opened(person).iter().map(|item| item.title.to_string()).collect::<Vec<_>>();
        assert_eq!(names(one), ["a", "b"]);
        assert!(names(other).is_empty());
        note(other, "c".into(), "c".into());
        assert!(names(one).is_empty());
        (0..9).for_each(|number| note(one, number.to_string().into(), number.to_string().into()));
        assert_eq!(opened(one).len(), MOST);
    }
}
