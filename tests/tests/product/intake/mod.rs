//! Files on their way in: uploaded, checked beforehand, read, and gone on with after a stop.

mod import;
mod interrupted;
mod preflight;
mod upload;
