//! Counts of calls, in the text format of Prometheus.

use std::fmt::Write;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::Duration;

use http::StatusCode;

/// Upper bounds of the histogram, in microseconds.
const BOUNDS: [u64; 11] =
    [250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 100_000, 500_000, 2_500_000, 10_000_000];
/// What is no route's is counted under this name.
const OTHER: &str = "other";

/// Counts of calls.
pub struct Metrics {
    routes: Box<[Calls]>,
    buckets: [AtomicU64; BOUNDS.len() + 1],
    micros: AtomicU64,
}

struct Calls {
    name: &'static str,
    /// By the first digit of the status, from 1.
    by_class: [AtomicU64; 5],
}

impl Metrics {
    /// For routes with these names, whose numbers are their places from 1.
    pub fn new(names: impl Iterator<Item = &'static str>) -> Self {
        let routes = std::iter::once(OTHER)
            .chain(names)
            .map(|name| Calls { name, by_class: Default::default() });
        Self { routes: routes.collect(), buckets: Default::default(), micros: AtomicU64::default() }
    }

    /// The name of the route with this number.
    pub fn name(&self, route: usize) -> &'static str {
        self.routes.get(route).map_or(OTHER, |calls| calls.name)
    }

    /// Counts a call.
    pub fn count(&self, route: usize, status: StatusCode, took: Duration) {
        let class = usize::from(status.as_u16() / 100).saturating_sub(1);
        if let Some(count) = self.routes.get(route).and_then(|calls| calls.by_class.get(class)) {
            count.fetch_add(1, Relaxed);
        }
        let micros = took.as_micros() as u64;
        self.buckets[BOUNDS.partition_point(|bound| *bound < micros)].fetch_add(1, Relaxed);
        self.micros.fetch_add(micros, Relaxed);
    }

    /// The counts as text, with these gauges of the rest of the program beside them.
    pub fn text(&self, gauges: &[(&str, &str, u64)]) -> String {
        let mut text = String::with_capacity(4096);
        // Writing into a string does not fail.
        let _ = self.write(&mut text, gauges);
        text
    }

    fn write(&self, text: &mut String, gauges: &[(&str, &str, u64)]) -> std::fmt::Result {
        writeln!(
            text,
            "# HELP cassetto_calls_total Calls answered, by route and class of status."
        )?;
        writeln!(text, "# TYPE cassetto_calls_total counter")?;
        for calls in &self.routes {
            for (class, count) in (1..).zip(&calls.by_class) {
                let count = count.load(Relaxed);
                if count > 0 {
                    writeln!(
                        text,
                        "cassetto_calls_total{{route=\"{}\",status=\"{class}xx\"}} {count}",
                        calls.name
                    )?;
                }
            }
        }
        writeln!(
            text,
            "# HELP cassetto_call_seconds Time from the head of a request to the head of its answer."
        )?;
        writeln!(text, "# TYPE cassetto_call_seconds histogram")?;
        let mut sum = 0;
        for (place, bucket) in self.buckets.iter().enumerate() {
            sum += bucket.load(Relaxed);
            let bound = BOUNDS
                .get(place)
                .map_or("+Inf".to_owned(), |bound| (*bound as f64 / 1e6).to_string());
            writeln!(text, "cassetto_call_seconds_bucket{{le=\"{bound}\"}} {sum}")?;
        }
        writeln!(text, "cassetto_call_seconds_sum {}", self.micros.load(Relaxed) as f64 / 1e6)?;
        writeln!(text, "cassetto_call_seconds_count {sum}")?;
        for (name, help, value) in gauges {
            writeln!(text, "# HELP {name} {help}\n# TYPE {name} gauge\n{name} {value}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_are_counted_by_route_and_class_and_time() {
        let metrics = Metrics::new(["session.me", "home.company"].into_iter());
        metrics.count(2, StatusCode::OK, Duration::from_micros(250));
        metrics.count(2, StatusCode::OK, Duration::from_micros(251));
        metrics.count(0, StatusCode::NOT_FOUND, Duration::from_secs(60));
        let text = metrics.text(&[("cassetto_jobs_waiting", "Jobs that wait.", 3)]);
        for line in [
            "cassetto_calls_total{route=\"home.company\",status=\"2xx\"} 2",
            "cassetto_calls_total{route=\"other\",status=\"4xx\"} 1",
            "cassetto_call_seconds_bucket{le=\"0.00025\"} 1",
            "cassetto_call_seconds_bucket{le=\"0.0005\"} 2",
            "cassetto_call_seconds_bucket{le=\"10\"} 2",
            "cassetto_call_seconds_bucket{le=\"+Inf\"} 3",
            "cassetto_call_seconds_count 3",
            "cassetto_jobs_waiting 3",
        ] {
            assert!(text.lines().any(|found| found == line), "{line} in\n{text}");
        }
        assert!(!text.contains("session.me"));
    }
}
