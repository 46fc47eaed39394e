//! What the device does with a file before it is sent: its hash, and photographs made smaller or put into one document.

use js_sys::{Array, ArrayBuffer, Uint8Array};
use shared::attachments::picture::{self, MOST_PIXELS, dimensions};
use shared::attachments::{Kind, LIMITS, check_name};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, CanvasRenderingContext2d, File, FilePropertyBag, HtmlCanvasElement, ImageBitmap,
    ImageBitmapOptions, ImageOrientation,
};

use crate::browser;

/// Bytes of a picture among which its size stands.
const HEAD: f64 = 256.0 * 1024.0;
/// Longest side of a picture that was made smaller, in pixels, and its quality; then smaller ones, if that is still too much. The first
/// is a page at 200 dots an inch, which can be read.
const TRIES: [(f64, f64); 3] = [(2400.0, 0.82), (1800.0, 0.75), (1200.0, 0.7)];

/// The same for the pages of one document, all of which it has to hold: at the last of them small print can just be read.
const PAGES: [(f64, f64); 5] =
    [(2400.0, 0.82), (2000.0, 0.75), (1800.0, 0.68), (1500.0, 0.6), (1200.0, 0.55)];

/// The SHA-256 of a file in hexadecimal; nothing where the browser has no such thing.
pub async fn sha256(file: &File) -> Option<String> {
    let crypto = browser::window()?.crypto().ok()?.subtle();
    let bytes: ArrayBuffer = JsFuture::from(file.array_buffer()).await.ok()?.unchecked_into();
    let hash = crypto.digest_with_str_and_buffer_source("SHA-256", &bytes).ok()?;
    let hash: ArrayBuffer = JsFuture::from(hash).await.ok()?.unchecked_into();
    let hex = |byte: u8| {
        [byte >> 4, byte & 15].map(|digit| char::from(b"0123456789abcdef"[usize::from(digit)]))
    };
    Some(Uint8Array::new(&hash).to_vec().into_iter().flat_map(hex).collect())
}

/// A photograph without what a camera notes beside it, such as the place; any other file as it is, and so one that the device cannot read.
pub(super) async fn bare(file: File) -> File {
    // What is too large is drawn anew before it is sent.
    let kind = match check_name(&file.name()) {
        Ok((_, kind)) if file.size() as u64 <= LIMITS.bytes => Some(kind),
        _ => None,
    };
    let bare = match kind {
        Some(Kind::Jpeg | Kind::Png) => without_notes(&file).await,
        Some(Kind::Heic) => smaller(&file).await,
        _ => None,
    };
    bare.unwrap_or(file)
}

async fn without_notes(file: &File) -> Option<File> {
    let bytes = Uint8Array::new(&JsFuture::from(file.array_buffer()).await.ok()?).to_vec();
    let bare = picture::bare(&bytes)?;
    made(&Uint8Array::from(bare.as_slice()), &file.name(), &file.type_())
}

/// A photograph turned as it is to be seen, and made smaller until it may be sent; nothing if the browser cannot, or should not try.
pub(super) async fn smaller(file: &File) -> Option<File> {
    let jpeg = drawn(file).await?;
    let stem = file.name();
    let stem = stem.rsplit_once('.').map_or(stem.as_str(), |(stem, _)| stem);
    made(&jpeg.into(), &[stem, ".jpg"].concat(), "image/jpeg")
}

/// Photographs as one document of this name, which may be sent: the more pages, the smaller each.
pub(super) async fn document(photos: &[File], name: &str) -> Option<File> {
    for (longest, quality) in PAGES {
        let Some(pages) = pages(photos, longest, quality).await? else { continue };
        let pdf = shared::attachments::pdf::of_photos(&pages)?;
        if pdf.len() as u64 <= LIMITS.bytes {
            return made(&Uint8Array::from(pdf.as_slice()), name, "application/pdf");
        }
    }
    None
}

/// Photographs as pages of one size; none of them once they are too much for one document. Nothing at all if the browser cannot.
async fn pages(photos: &[File], longest: f64, quality: f64) -> Option<Option<Vec<Vec<u8>>>> {
    let (mut pages, mut size) = (Vec::with_capacity(photos.len()), 0);
    for photo in photos {
        let bitmap = upright(photo).await?;
        let jpeg = scaled(&bitmap, longest, quality).await;
        bitmap.close();
        let bytes = JsFuture::from(jpeg?.array_buffer()).await.ok()?;
        let page = Uint8Array::new(&bytes).to_vec();
        size += page.len() as u64;
        if size > LIMITS.bytes {
            return Some(None);
        }
        pages.push(page);
    }
    Some(Some(pages))
}

fn made(content: &JsValue, name: &str, kind: &str) -> Option<File> {
    let options = FilePropertyBag::new();
    options.set_type(kind);
    File::new_with_blob_sequence_and_options(&Array::of1(content), name, &options).ok()
}

/// A picture drawn anew: upright, small enough, without what a camera notes beside it.
async fn drawn(file: &File) -> Option<Blob> {
    let bitmap = upright(file).await?;
    let mut smallest = None;
    for (longest, quality) in TRIES {
        let jpeg = scaled(&bitmap, longest, quality).await?;
        let fits = jpeg.size() as u64 <= LIMITS.bytes;
        smallest = Some(jpeg);
        if fits {
            break;
        }
    }
    bitmap.close();
    smallest.filter(|jpeg| jpeg.size() as u64 <= LIMITS.bytes)
}

/// A picture as it is to be seen, if it is not too large to be looked at.
async fn upright(file: &File) -> Option<ImageBitmap> {
    let head = file.slice_with_f64_and_f64(0.0, HEAD).ok()?;
    let head = Uint8Array::new(&JsFuture::from(head.array_buffer()).await.ok()?).to_vec();
    // Formats that do not tell are the browser's to refuse.
    if dimensions(&head).is_some_and(|(w, h)| u64::from(w) * u64::from(h) > MOST_PIXELS) {
        return None;
    }
    let options = ImageBitmapOptions::new();
    options.set_image_orientation(ImageOrientation::FromImage);
    let bitmap = browser::window()?
        .create_image_bitmap_with_blob_and_image_bitmap_options(file, &options)
        .ok()?;
    Some(JsFuture::from(bitmap).await.ok()?.unchecked_into())
}

async fn scaled(bitmap: &ImageBitmap, longest: f64, quality: f64) -> Option<Blob> {
    let (width, height) = (f64::from(bitmap.width()), f64::from(bitmap.height()));
    let scale = (longest / width.max(height)).min(1.0);
    let (width, height) = ((width * scale).round().max(1.0), (height * scale).round().max(1.0));
    let canvas: HtmlCanvasElement =
        browser::document()?.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context.draw_image_with_image_bitmap_and_dw_and_dh(bitmap, 0.0, 0.0, width, height).ok()?;
    let told = js_sys::Promise::new(&mut |resolve, _| {
        let closure = Closure::once_into_js(move |blob: JsValue| {
            // A promise that is settled already hears nothing.
            let _ = resolve.call1(&JsValue::UNDEFINED, &blob);
        });
        let _ = canvas.to_blob_with_type_and_encoder_options(
            closure.unchecked_ref(),
            "image/jpeg",
            &JsValue::from_f64(quality),
        );
    });
    JsFuture::from(told).await.ok()?.dyn_into().ok()
}
