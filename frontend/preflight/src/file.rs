//! A file of the browser as a stream: slice by slice, so that no more of it is in memory than one.

use std::io::{self, Read};

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use web_sys::{File, FileReaderSync};

/// Bytes taken from the browser at once.
const SLICE: f64 = 1024.0 * 1024.0;

/// The slices of a file, in order.
pub struct Slices<'a> {
    file: File,
    reader: FileReaderSync,
    /// Where the next slice begins.
    next: f64,
    slice: Uint8Array,
    /// Bytes of the slice that were handed on.
    used: u32,
    progress: &'a dyn Fn(f64),
}

impl<'a> Slices<'a> {
    /// Begins to read; `progress` is told per cent.
    ///
    /// # Errors
    /// If the browser has no reader for workers.
    pub fn of(file: File, progress: &'a dyn Fn(f64)) -> io::Result<Self> {
        let reader = FileReaderSync::new().map_err(refused)?;
        let slice = Uint8Array::new_with_length(0);
        Ok(Self { file, reader, next: 0.0, slice, used: 0, progress })
    }

    fn refill(&mut self) -> io::Result<()> {
        let size = self.file.size();
        let end = (self.next + SLICE).min(size);
        let part = self.file.slice_with_f64_and_f64(self.next, end).map_err(refused)?;
        let buffer = self.reader.read_as_array_buffer(&part).map_err(refused)?;
        (self.slice, self.used, self.next) = (Uint8Array::new(&buffer), 0, end);
        (self.progress)(if size > 0.0 { (end / size * 100.0).floor() } else { 100.0 });
        Ok(())
    }
}

impl Read for Slices<'_> {
    fn read(&mut self, target: &mut [u8]) -> io::Result<usize> {
        if self.used == self.slice.length() && self.next < self.file.size() {
            self.refill()?;
        }
        let left = self.slice.length() - self.used;
        let size = left.min(u32::try_from(target.len()).unwrap_or(u32::MAX));
        let part = self.slice.subarray(self.used, self.used + size);
        part.copy_to(target.get_mut(..size as usize).unwrap_or_default());
        self.used += size;
        Ok(size as usize)
    }
}

/// The file was changed or taken away since it was chosen, or may not be read.
fn refused(_: JsValue) -> io::Error {
    io::Error::other("the browser does not hand the file out")
}
