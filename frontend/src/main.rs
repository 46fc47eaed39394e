//! Every screen of Cassetto.

fn main() {
    cassetto_frontend::whole();
}
