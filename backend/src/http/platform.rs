//! What the routes and the layers around them share.

use std::sync::atomic::AtomicBool;

use super::health::metrics::Metrics;
use super::rate::Limiter;
use super::route::Route;
use super::settings::Settings;
use crate::app::App;

/// What the routes and the layers around them share.
pub struct Platform {
    /// The program.
    pub app: App,
    /// What the operator set.
    pub settings: Settings,
    /// Allowances.
    pub limiter: Limiter,
    /// Counts.
    pub metrics: Metrics,
    /// Whether the server is stopping: it answers what it has, and wants nothing new.
    pub draining: AtomicBool,
}

impl Platform {
    /// For these routes.
    pub fn new(app: &App, settings: Settings, routes: &[Route]) -> Self {
        Self {
            app: app.clone(),
            limiter: Limiter::new(settings.rates),
            metrics: Metrics::new(routes.iter().map(|route| route.spec.name)),
            draining: AtomicBool::new(false),
            settings,
        }
    }
}
