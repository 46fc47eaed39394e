//! How many connections there may be, in all and from one address.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::http::rate::network;
use crate::http::settings::Settings;

/// Counts connections.
pub struct Connections {
    most: usize,
    room: Arc<Semaphore>,
    per_address: usize,
    by_address: Mutex<HashMap<IpAddr, usize>>,
    refused: AtomicU64,
}

/// A connection's place; it is free again when this goes.
pub struct Place {
    connections: Arc<Connections>,
    address: IpAddr,
    _room: OwnedSemaphorePermit,
}

/// Room for one more connection.
pub type Room = Option<OwnedSemaphorePermit>;

impl Connections {
    /// Within the operator's bounds.
    pub fn new(settings: &Settings) -> Self {
        let most = settings.max_connections.min(Semaphore::MAX_PERMITS);
        Self {
            most,
            room: Arc::new(Semaphore::new(most)),
            per_address: settings.max_connections_per_address,
            by_address: Mutex::default(),
            refused: AtomicU64::new(0),
        }
    }

    /// Waits until there is room for one more.
    pub async fn room(&self) -> Room {
        Arc::clone(&self.room).acquire_owned().await.ok()
    }

    /// Gives the room to a connection; nothing if its address has as many as it may.
    pub fn admit(self: &Arc<Self>, address: IpAddr, room: Room) -> Option<Place> {
        let address = network(address);
        let mut by_address = self.lock();
        let count = by_address.entry(address).or_default();
        if *count >= self.per_address {
            self.refused.fetch_add(1, Relaxed);
            return None;
        }
        *count += 1;
        drop(by_address);
        Some(Place { connections: Arc::clone(self), address, _room: room? })
    }

    /// How many are open.
    pub fn open(&self) -> usize {
        self.most.saturating_sub(self.room.available_permits())
    }

    /// How many were refused since the start.
    pub fn refused(&self) -> u64 {
        self.refused.load(Relaxed)
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<IpAddr, usize>> {
        // Each change is one statement, so a panic elsewhere left no half of one.
        self.by_address.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut by_address = self.connections.lock();
        if let Some(count) = by_address.get_mut(&self.address) {
            *count -= 1;
            if *count == 0 {
                by_address.remove(&self.address);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn each_address_has_its_share_and_gives_it_back() {
        let settings =
            Settings { max_connections: 3, max_connections_per_address: 2, ..Settings::default() };
        let connections = Arc::new(Connections::new(&settings));
        let [one, other]: [IpAddr; 2] =
            ["192.0.2.1".parse().unwrap(), "192.0.2.2".parse().unwrap()];
        let first = connections.admit(one, connections.room().await).unwrap();
        let _second = connections.admit(one, connections.room().await).unwrap();
        assert!(connections.admit(one, connections.room().await).is_none());
        let third = connections.admit(other, connections.room().await).unwrap();
        assert_eq!((connections.open(), connections.refused()), (3, 1));
        drop(first);
        assert!(connections.admit(one, connections.room().await).is_some());
        drop(third);
        assert_eq!(connections.lock().len(), 1);
    }
}
