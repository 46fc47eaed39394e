//! Every screen of Cassetto but the tools.

fn main() {
    cassetto_frontend::app();
}
