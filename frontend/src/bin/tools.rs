//! The tools of Cassetto, which work without a network too.

fn main() {
    cassetto_frontend::tools();
}
