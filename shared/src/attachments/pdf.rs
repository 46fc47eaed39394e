//! PDF, written without a library: its objects, and photographs as one document, a page of A4 for each, the picture as it is.

use super::picture::{Frame, jpeg};

/// A4 in points, upright.
const A4: (f64, f64) = (595.0, 842.0);
/// Room around a picture, in points.
const MARGIN: f64 = 18.0;

/// A document with one page for each of these JPEG pictures, in their order; nothing if one of them is no JPEG, or there is none.
pub fn of_photos(photos: &[Vec<u8>]) -> Option<Vec<u8>> {
    let frames: Vec<Frame> = photos.iter().map(|photo| jpeg(photo)).collect::<Option<_>>()?;
    if frames.is_empty() || frames.iter().any(|frame| frame.width == 0 || frame.height == 0) {
        return None;
    }
    let mut pdf = Writer::default();
    // Objects 1 and 2 are the catalogue and the list of pages; each page has three from there on.
    pdf.object("<< /Type /Catalog /Pages 2 0 R >>", None);
    let pages: Vec<String> = (0..photos.len()).map(|at| format!("{} 0 R", 3 + at * 3)).collect();
    let list = format!("<< /Type /Pages /Kids [{}] /Count {} >>", pages.join(" "), photos.len());
    pdf.object(&list, None);
    for (at, (photo, frame)) in photos.iter().zip(&frames).enumerate() {
        let first = 3 + at * 3;
        let (page, drawing) = laid_out(*frame);
        pdf.object(
            &format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {} {}] /Resources << /XObject << /P {} 0 R >> >> /Contents {} 0 R >>",
                page.0, page.1, first + 2, first + 1
            ),
            None,
        );
        pdf.object(&format!("<< /Length {} >>", drawing.len()), Some(drawing.as_bytes()));
        let colours = if frame.components == 1 { "/DeviceGray" } else { "/DeviceRGB" };
        let picture = format!(
            "<< /Type /XObject /Subtype /Image /Width {} /Height {} /ColorSpace {colours} /BitsPerComponent 8 /Filter /DCTDecode /Length {} >>",
            frame.width,
            frame.height,
            photo.len()
        );
        pdf.object(&picture, Some(photo));
    }
    Some(pdf.finish(None))
}

/// The page a picture lies on, turned as the picture is, and how it is drawn there: as large as fits, in the middle.
fn laid_out(frame: Frame) -> ((f64, f64), String) {
    let page = if frame.width > frame.height { (A4.1, A4.0) } else { A4 };
    let (width, height) = (f64::from(frame.width), f64::from(frame.height));
    let scale = ((page.0 - 2.0 * MARGIN) / width).min((page.1 - 2.0 * MARGIN) / height);
    let (width, height) = (width * scale, height * scale);
    let (x, y) = ((page.0 - width) / 2.0, (page.1 - height) / 2.0);
    (page, format!("q {width:.2} 0 0 {height:.2} {x:.2} {y:.2} cm /P Do Q"))
}

/// A document in the making: its objects, numbered from 1 as they come. The first one is the catalogue.
#[derive(Debug)]
pub struct Writer {
    bytes: Vec<u8>,
    /// Where each object begins.
    places: Vec<usize>,
}

impl Default for Writer {
    fn default() -> Self {
        // The second line tells programs that the file is not text.
        Self { bytes: b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n".to_vec(), places: Vec::new() }
    }
}

impl Writer {
    /// Adds an object: its dictionary, and what follows it as a stream.
    pub fn object(&mut self, dictionary: &str, stream: Option<&[u8]>) {
        self.places.push(self.bytes.len());
        self.text(&format!("{} 0 obj\n{dictionary}\n", self.places.len()));
        if let Some(stream) = stream {
            self.text("stream\n");
            self.bytes.extend_from_slice(stream);
            self.text("\nendstream\n");
        }
        self.text("endobj\n");
    }

    /// The document; `info` is the number of the object that says its title.
    pub fn finish(mut self, info: Option<usize>) -> Vec<u8> {
        let (start, count) = (self.bytes.len(), self.places.len() + 1);
        let info = info.map(|number| format!(" /Info {number} 0 R")).unwrap_or_default();
        self.text(&format!("xref\n0 {count}\n0000000000 65535 f \n"));
        for place in std::mem::take(&mut self.places) {
            self.text(&format!("{place:010} 00000 n \n"));
        }
        self.text(&format!(
            "trailer\n<< /Size {count} /Root 1 0 R{info} >>\nstartxref\n{start}\n%%EOF\n"
        ));
        self.bytes
    }

    fn text(&mut self, text: &str) {
        self.bytes.extend_from_slice(text.as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attachments::picture::{MOST_PIXELS, dimensions};

    /// The beginning of a JPEG of this size, with a segment before its frame.
    fn photo(width: u16, height: u16, components: u8) -> Vec<u8> {
        let mut bytes = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08".to_vec();
        bytes.extend(height.to_be_bytes());
        bytes.extend(width.to_be_bytes());
        bytes.extend([components, 0, 0, 0]);
        bytes
    }

    #[test]
    fn a_picture_tells_its_size_before_it_is_unpacked() {
        assert_eq!(dimensions(&photo(4000, 3000, 3)), Some((4000, 3000)));
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x27\x10\0\0\x17\x70";
        assert_eq!(dimensions(png), Some((10_000, 6_000)));
        let (width, height) = dimensions(png).unwrap_or_default();
        assert!(u64::from(width) * u64::from(height) > MOST_PIXELS);
        for broken in
            [&b""[..], b"\xff\xd8", b"\xff\xd8\xff\xe0\0\0", b"\xff\xd8\xff\xe0\xff\xff", b"%PDF-"]
        {
            assert_eq!(dimensions(broken), None);
        }
    }

    #[test]
    fn each_photo_is_a_page_and_every_object_is_where_the_table_says() {
        let photos = [photo(3000, 4000, 3), photo(4000, 3000, 1)];
        let pdf = of_photos(&photos).unwrap();
        let text = String::from_utf8_lossy(&pdf);
        assert!(text.starts_with("%PDF-1.4") && text.ends_with("%%EOF\n"));
        assert!(text.contains("/Count 2") && text.contains("/MediaBox [0 0 595 842]"));
        assert!(text.contains("/MediaBox [0 0 842 595]") && text.contains("/DeviceGray"));
        let find =
            |what: &[u8]| pdf.windows(what.len()).rposition(|window| window == what).unwrap();
        let table = find(b"xref\n0 9");
        assert!(text.contains(&format!("startxref\n{}\n", find(b"\nxref\n") + 1)));
        let rows = String::from_utf8(pdf[table..].to_vec()).unwrap();
        for (number, row) in (1..=8).zip(rows.lines().skip(3)) {
            let place: usize = row[..10].parse().unwrap();
            assert!(pdf[place..].starts_with(format!("{number} 0 obj\n").as_bytes()), "{number}");
        }
        assert!(pdf.windows(photos[0].len()).any(|window| window == photos[0]), "as it was");
    }

    #[test]
    fn what_is_no_photo_makes_no_document() {
        assert_eq!(of_photos(&[]), None);
        assert_eq!(of_photos(&[b"%PDF-".to_vec()]), None);
        assert_eq!(of_photos(&[photo(0, 10, 3)]), None);
    }
}
