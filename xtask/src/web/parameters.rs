//! The dated parameters as the app takes them along, so that it calculates without a network from the first time on.

use anyhow::{Context, Result};
use serde_json::{Map, Value};
use std::fs;
use std::path::Path;

/// Where the app finds them.
pub const FILE: &str = "parameters.json";

/// What can be asked about and what people are told, neither of which is without a network: the app has them of the server.
const LEFT_OUT: [&str; 2] = ["topics", "messages"];

/// All files of `folder` but those that are left out as one object, each under its name without the end.
///
/// # Errors
/// When one cannot be read or is no JSON.
pub fn joined(folder: &Path) -> Result<Vec<u8>> {
    let mut all = Map::new();
    for entry in
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?
    {
        let path = entry?.path();
        let name = path.file_stem().and_then(|name| name.to_str()).context("a name is no text")?;
        if LEFT_OUT.contains(&name) {
            continue;
        }
        let value: Value = serde_json::from_slice(&fs::read(&path)?)
            .with_context(|| format!("{} is no JSON", path.display()))?;
        all.insert(name.to_owned(), value);
    }
    Ok(serde_json::to_vec(&all)?)
}

#[cfg(test)]
mod tests {
    use super::{LEFT_OUT, joined};
    use std::path::Path;

    #[test]
    fn every_subject_is_in_it_under_its_name() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/parameters");
        let joined = joined(&folder).unwrap();
        let all: serde_json::Value = serde_json::from_slice(&joined).unwrap();
        for name in [
            "version",
            "rates",
            "yearly",
            "interest",
            "sanctions",
            "instalments",
            "terms",
            "notices",
            "durc",
            "requests",
        ] {
            assert!(all[name].is_object(), "{name}");
        }
        for name in LEFT_OUT {
            assert!(all[name].is_null(), "{name} is no value to reckon with");
        }
    }
}
