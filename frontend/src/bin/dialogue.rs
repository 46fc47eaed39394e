//! The dialogue of Cassetto: what companies and offices say to each other.

fn main() {
    cassetto_frontend::dialogue();
}
