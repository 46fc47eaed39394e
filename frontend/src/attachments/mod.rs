//! Documents for a message: chosen, dropped, pasted or photographed, sent in the background, and gone on with after a reload.

mod device;
mod item;
mod pages;
mod queue;
mod sending;
mod text;
mod uploader;

pub use uploader::{Uploader, UploaderProps};
