//! What was read from the server, by URL, in memory only.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use shared::calendar::Instant;
use yew::prelude::*;

use crate::events;

/// Most replies kept; beyond it the one not read for longest goes.
const MOST: usize = 64;
/// Milliseconds for which a reply is not asked again: long enough for two parts of one screen to share it.
const FRESH_MS: i64 = 2_000;

/// A reply and when it came.
#[derive(Clone)]
pub(super) struct Kept {
    pub value: Rc<dyn Any>,
    pub at: Instant,
}

impl Kept {
    pub fn is_fresh(&self) -> bool {
        events::now().millis() - self.at.millis() < FRESH_MS
    }
}

/// Replies by URL, the one read last at the end. Cheap to clone; clones are the same cache.
#[derive(Clone, Default)]
pub struct Cache(Rc<RefCell<Vec<(String, Kept)>>>);

impl PartialEq for Cache {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Cache {
    pub(super) fn get(&self, url: &str) -> Option<Kept> {
        let mut entries = self.0.borrow_mut();
        let position = entries.iter().position(|(key, _)| key == url)?;
        let entry = entries.remove(position);
        let kept = entry.1.clone();
        entries.push(entry);
        Some(kept)
    }

    pub(super) fn put(&self, url: &str, kept: Kept) {
        let mut entries = self.0.borrow_mut();
        entries.retain(|(key, _)| key != url);
        if entries.len() >= MOST {
            entries.remove(0);
        }
        entries.push((url.to_owned(), kept));
    }

    /// Forgets everything: another person, or another company, begins.
    pub fn clear(&self) {
        self.0.borrow_mut().clear();
    }
}

/// Gives one cache to everything inside it.
#[component]
pub fn CacheProvider(props: &html::ChildrenProps) -> Html {
    let cache = use_memo((), |()| Cache::default());
    html! { <ContextProvider<Cache> context={(*cache).clone()}>{ props.children.clone() }</ContextProvider<Cache>> }
}

/// The cache of the app; outside a [`CacheProvider`] one that nobody shares.
#[hook]
pub fn use_cache() -> Cache {
    use_context::<Cache>().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(value: u32) -> Kept {
        Kept { value: Rc::new(value), at: Instant::from_millis(0) }
    }

    #[test]
    fn what_was_not_read_for_longest_goes_first() {
        let cache = Cache::default();
        for number in 0..MOST {
            cache.put(&number.to_string(), kept(0));
        }
        assert!(cache.get("0").is_some());
        cache.put("one more", kept(1));
        assert!(cache.get("0").is_some());
        assert!(cache.get("1").is_none());
        cache.clear();
        assert!(cache.get("one more").is_none());
    }
}
