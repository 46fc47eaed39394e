//! Values in the query of the address, so that it shows what the screen shows.

use yew::prelude::*;

use crate::router::use_navigator;

/// A value in the query of the address: read when the screen appears, kept there as it changes, so that the address shows what the
/// screen shows. Changing it is no navigation: focus and scroll stay.
#[hook]
pub fn use_query(name: &'static str) -> (Option<String>, Callback<Option<String>>) {
    let value = use_state_eq(|| query().and_then(|query| query.get(name)));
    let visit = use_navigator().map(|navigator| navigator.address().visit);
    use_effect_with(visit, {
        let value = value.setter();
        move |_| value.set(query().and_then(|query| query.get(name)))
    });
    let set = {
        let value = value.setter();
        use_callback(name, move |wanted: Option<String>, name| {
            let wanted = wanted.filter(|wanted| !wanted.is_empty());
            write_query(name, wanted.as_deref());
            value.set(wanted);
        })
    };
    ((*value).clone(), set)
}

/// A value in the query of the address, as it is now.
pub fn query_value(name: &str) -> Option<String> {
    query()?.get(name)
}

fn query() -> Option<web_sys::UrlSearchParams> {
    let search = web_sys::window()?.location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search).ok()
}

/// Changes a value in the query of the address, which is no navigation.
pub fn write_query(name: &str, value: Option<&str>) {
    let (Some(window), Some(query)) = (web_sys::window(), query()) else { return };
    match value {
        Some(value) => query.set(name, value),
        None => query.delete(name),
    }
    let (Ok(path), Ok(history)) = (window.location().pathname(), window.history()) else { return };
    let text = String::from(query.to_string());
    let address = if text.is_empty() { path } else { [&path, "?", &text].concat() };
    // A refused replacement only leaves the address as it was.
    let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&address));
}
