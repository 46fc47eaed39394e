//! Documents for a message: chosen, dropped, pasted or photographed, sent in the background, and gone on with after a reload.

mod device;
mod item;
mod pages;
mod queue;
mod sending;
mod shown;
mod text;
mod uploader;

pub use device::sha256;
pub use shown::documents;
pub use uploader::Uploader;
