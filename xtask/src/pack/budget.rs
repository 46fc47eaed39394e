//! What the first screen may weigh, and the app that follows it. Over budget is a failed test, not a warning: bytes only ever creep up.

use super::bundle::LATER;
use super::{Asset, Manifest};
use crate::report::{kilobytes, table};

/// One budget: which files it counts, and how much they may weigh together on the wire.
struct Budget {
    name: &'static str,
    counts: fn(&Asset) -> bool,
    limit: u64,
}

/// What was measured against one budget.
pub struct Weight {
    name: &'static str,
    bytes: u64,
    limit: u64,
}

/// Files of the worker that checks files: they come when somebody checks one.
const CHECKER: &str = "/cassetto-preflight-";
/// Scripts by which workers begin, which are fetched after the first screen too.
const WORKERS: [&str; 2] = ["/sw.js", "/preflight.js"];

const BUDGETS: [Budget; 5] = [
    Budget {
        name: "wasm and JS",
        counts: |asset| {
            let path = asset.path.as_str();
            let later = path.starts_with(CHECKER) || LATER.iter().any(|bundle| bundle.has(path));
            is_code(asset) && !later && !WORKERS.contains(&path)
        },
        limit: 170 * 1024,
    },
    Budget { name: "CSS", counts: |asset| ends(asset, ".css"), limit: 20 * 1024 },
    Budget { name: "HTML", counts: |asset| asset.path == "/index.html", limit: 12 * 1024 },
    Budget { name: "fonts", counts: |asset| ends(asset, ".woff2"), limit: 75 * 1024 },
    Budget {
        name: "the worker that checks files",
        counts: |asset| is_code(asset) && asset.path.starts_with(CHECKER),
        limit: 216 * 1024,
    },
];

impl Weight {
    /// Whether the budget holds.
    pub fn fits(&self) -> bool {
        self.bytes <= self.limit
    }
}

fn is_code(asset: &Asset) -> bool {
    ends(asset, ".wasm") || ends(asset, ".js")
}

fn ends(asset: &Asset, suffix: &str) -> bool {
    asset.path.ends_with(suffix)
}

/// Weighs the app, as brotli where there is one, against every budget.
pub fn weigh(manifest: &Manifest) -> Vec<Weight> {
    let wire = |asset: &Asset| asset.br.unwrap_or(asset.raw);
    let sum = |counts: &dyn Fn(&Asset) -> bool| {
        manifest.assets.iter().filter(|asset| counts(asset)).map(wire).sum()
    };
    let first = BUDGETS.iter().map(|budget| Weight {
        name: budget.name,
        bytes: sum(&budget.counts),
        limit: budget.limit,
    });
    let later = LATER.iter().map(|bundle| Weight {
        name: bundle.what,
        bytes: sum(&|asset| is_code(asset) && bundle.has(&asset.path)),
        limit: bundle.limit,
    });
    first.chain(later).collect()
}

/// Prints the weights beside their budgets; true when all of them hold.
pub fn show(manifest: &Manifest) -> bool {
    let weights = weigh(manifest);
    let row = |weight: &Weight| {
        let mark = if weight.fits() { "✓" } else { "✗ over" };
        vec![
            weight.name.to_owned(),
            kilobytes(weight.bytes),
            kilobytes(weight.limit),
            mark.to_owned(),
        ]
    };
    table(
        &["first screen", ">on the wire", ">budget", ""],
        &weights.iter().map(row).collect::<Vec<_>>(),
    );
    weights.iter().all(Weight::fits)
}
