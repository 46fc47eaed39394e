//! The first screens of Cassetto, small enough to be there at once.

fn main() {
    cassetto_frontend::entrance();
}
