//! What the routes and the layers around them share.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use shared::calendar::Instant;

use super::health::metrics::Metrics;
use super::rate::Limiter;
use super::route::Route;
use super::serve::connections::Connections;
use super::settings::Settings;
use crate::access::Caller;
use crate::app::App;
use crate::fault::Result;

/// Who has the session of this secret at a moment.
pub type Resolve = fn(&App, &str, Instant) -> Result<Option<Arc<Caller>>>;

/// What the routes and the layers around them share.
pub struct Platform {
    /// The program.
    pub app: App,
    /// Finds out who calls.
    pub resolve: Resolve,
    /// What the operator set.
    pub settings: Settings,
    /// Allowances.
    pub limiter: Limiter,
    /// Counts of calls.
    pub metrics: Metrics,
    /// The public listener's connections.
    pub connections: Arc<Connections>,
    /// Whether the server is stopping: it answers what it has, and wants nothing new.
    pub draining: AtomicBool,
}

impl Platform {
    /// For these routes, which are numbered here.
    pub fn new(app: &App, resolve: Resolve, settings: Settings, routes: &mut [Route]) -> Self {
        for (number, route) in (1..).zip(routes.iter_mut()) {
            route.number = number;
        }
        Self {
            app: app.clone(),
            resolve,
            limiter: Limiter::new(settings.rates),
            metrics: Metrics::new(routes.iter().map(|route| route.spec.name)),
            connections: Arc::new(Connections::new(&settings)),
            draining: AtomicBool::new(false),
            settings,
        }
    }
}
