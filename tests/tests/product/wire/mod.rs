//! HTTP as it is on the wire: raw bytes over real sockets, well-meant and not, against a few routes made for it.

mod answers;
mod connections;
mod refusals;
mod routes;
mod server;
