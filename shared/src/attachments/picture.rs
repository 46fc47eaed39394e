//! How large a picture is, by its first bytes: asked before it is unpacked, for a picture of many pixels takes much memory. And a picture
//! without what was noted beside it, which its owner may not know of.

/// Most pixels of a picture that the device makes smaller.
pub const MOST_PIXELS: u64 = 50_000_000;

/// The first bytes of a PNG.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
/// The parts of a PNG that are no picture.
const PNG_NOTES: [&[u8]; 5] = [b"eXIf", b"tEXt", b"iTXt", b"zTXt", b"tIME"];

/// Width and height of a JPEG or PNG, in pixels; nothing if the beginning does not tell.
pub fn dimensions(head: &[u8]) -> Option<(u32, u32)> {
    if head.starts_with(PNG) {
        let number = |at: usize| Some(u32::from_be_bytes(head.get(at..at + 4)?.try_into().ok()?));
        return Some((number(16)?, number(20)?));
    }
    jpeg(head).map(|frame| (frame.width, frame.height))
}

/// What a JPEG says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Colour components: 1 for grey, 3 for colours.
    pub components: u8,
}

/// The frame of a JPEG; nothing if it is none, or its frame is further on.
pub fn jpeg(bytes: &[u8]) -> Option<Frame> {
    let mut rest = bytes.strip_prefix(b"\xff\xd8")?;
    loop {
        let [0xff, marker, high, low, ..] = rest else { return None };
        let length = usize::from(u16::from_be_bytes([*high, *low]));
        // All frames but tables that share their range of markers.
        if (0xc0..=0xcf).contains(marker) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
            let [_, h1, h2, w1, w2, components] = rest.get(4..10)? else { return None };
            return Some(Frame {
                width: u32::from(u16::from_be_bytes([*w1, *w2])),
                height: u32::from(u16::from_be_bytes([*h1, *h2])),
                components: *components,
            });
        }
        // A length counts its own two bytes.
        if length < 2 {
            return None;
        }
        rest = rest.get(2 + length..)?;
    }
}

/// A JPEG or PNG without what was noted beside the picture, such as place, moment, camera and a smaller copy; only how a JPEG is to be
/// turned stays, and no point of the picture is another one. Nothing if there is nothing to take away, or it cannot be read.
pub fn bare(picture: &[u8]) -> Option<Vec<u8>> {
    let bare = if picture.starts_with(PNG) { bare_png(picture) } else { bare_jpeg(picture) }?;
    (bare != picture).then_some(bare)
}

fn bare_png(picture: &[u8]) -> Option<Vec<u8>> {
    let (mut bare, mut rest) = (PNG.to_vec(), picture.strip_prefix(PNG)?);
    loop {
        let length = usize::try_from(u32::from_be_bytes(*rest.first_chunk()?)).ok()?;
        let name = rest.get(4..8)?;
        // Its length, its name and a check sum are around what it says.
        let (part, after) = rest.split_at_checked(length.checked_add(12)?)?;
        if !PNG_NOTES.contains(&name) {
            bare.extend_from_slice(part);
        }
        if name == b"IEND" {
            return Some(bare);
        }
        rest = after;
    }
}

fn bare_jpeg(picture: &[u8]) -> Option<Vec<u8>> {
    let mut rest = picture.strip_prefix(b"\xff\xd8")?;
    let mut bare = b"\xff\xd8".to_vec();
    loop {
        let [0xff, marker, following @ ..] = rest else { return None };
        match marker {
            // Filling.
            0xff => {
                rest = rest.get(1..)?;
                continue;
            }
            // The end of the picture: what a camera puts after it is another one.
            0xd9 => {
                bare.extend_from_slice(b"\xff\xd9");
                return Some(bare);
            }
            _ => {}
        }
        // A length counts its own two bytes.
        let length = usize::from(u16::from_be_bytes(*following.first_chunk()?));
        let content = following.get(2..length)?;
        let (segment, after) = rest.split_at_checked(2 + length)?;
        match marker {
            0xe1 => bare.extend(turned(content).map(turning).into_iter().flatten()),
            0xe2 if content.starts_with(b"ICC_PROFILE\0") => bare.extend_from_slice(segment),
            0xe2..=0xed | 0xef | 0xfe => {}
            _ => bare.extend_from_slice(segment),
        }
        rest = after;
        if *marker == 0xda {
            let is_marker = |pair: &[u8]| matches!(pair, [0xff, next] if !matches!(next, 0 | 0xd0..=0xd7 | 0xff));
            let Some(end) = rest.windows(2).position(is_marker) else {
                bare.extend_from_slice(rest);
                return Some(bare);
            };
            let (points, after) = rest.split_at_checked(end)?;
            bare.extend_from_slice(points);
            rest = after;
        }
    }
}

/// How a picture is to be turned, by its Exif notes; nothing if it is upright.
fn turned(notes: &[u8]) -> Option<u8> {
    let tiff = notes.strip_prefix(b"Exif\0\0")?;
    let is_little = match tiff.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let two = *tiff.get(at..)?.first_chunk()?;
        Some(if is_little { u16::from_le_bytes(two) } else { u16::from_be_bytes(two) })
    };
    let four = *tiff.get(4..)?.first_chunk()?;
    let directory = if is_little { u32::from_le_bytes(four) } else { u32::from_be_bytes(four) };
    let directory = usize::try_from(directory).ok()?;
    let count = usize::from(short(directory)?);
    let mut entries = (0..count).map(|entry| directory + 2 + 12 * entry);
    let entry = entries.find(|at| short(*at) == Some(ORIENTATION))?;
    u8::try_from(short(entry + 8)?).ok().filter(|turned| (2..=8).contains(turned))
}

/// The number of the Exif note that says how a picture is to be turned.
const ORIENTATION: u16 = 0x0112;

/// Notes that say how a picture is to be turned, and nothing else.
fn turning(turned: u8) -> Vec<u8> {
    let mut notes =
        b"\xff\xe1\0\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    notes.extend([turned, 0, 0, 0, 0, 0, 0]);
    notes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
        let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
        [&[0xff, marker], &length[..], content].concat()
    }

    /// Exif notes as a phone writes them: the camera, how it was held, the place.
    fn notes(turned: u8) -> Vec<u8> {
        let mut notes = b"Exif\0\0II*\0\x08\0\0\0\x02\0".to_vec();
        notes.extend(b"\x10\x01\x02\0\x04\0\0\0Cam\0");
        notes.extend(b"\x12\x01\x03\0\x01\0\0\0");
        notes.extend([turned, 0, 0, 0]);
        notes.extend(b"\0\0\0\0GPS 46.49 N 11.35 E");
        notes
    }

    fn jpeg_with(segments: &[Vec<u8>]) -> Vec<u8> {
        let picture = [
            segment(0xc0, b"\x08\0\x10\0\x20\x01\0\0\0"),
            segment(0xda, b"\x01\0\0\0\x3f\0"),
            // Points of the picture, among which a byte of all ones is followed by nought.
            b"ab\xff\x00cd\xff\xd0ef".to_vec(),
            // A second pass.
            segment(0xc4, b"table"),
            segment(0xda, b"\x01\0\0\0\x3f\0"),
            b"gh\xff\xd9".to_vec(),
        ];
        [b"\xff\xd8".to_vec(), segments.concat(), picture.concat()].concat()
    }

    #[test]
    fn a_photo_keeps_its_points_and_loses_its_place() {
        let (jfif, profile) = (segment(0xe0, b"JFIF\0"), segment(0xe2, b"ICC_PROFILE\0x"));
        let kept = jpeg_with(&[jfif.clone(), profile.clone()]);
        let with = |turned: u8| {
            let beside = [segment(0xe1, b"http://ns.adobe.com/xap/1.0/\0"), segment(0xfe, b"Home")];
            let notes = segment(0xe1, &notes(turned));
            let all = [jfif.clone(), notes, profile.clone(), beside.concat()];
            [jpeg_with(&all), b"\xff\xd8another\xff\xd9".to_vec()].concat()
        };
        assert_eq!(bare(&with(1)), Some(kept.clone()), "an upright one needs no note");
        let turned_on = bare(&with(6)).unwrap();
        assert_eq!(turned_on, jpeg_with(&[jfif, turning(6), profile]));
        assert_eq!(turned(turning(6).get(4..).unwrap()), Some(6));
        assert_eq!(turning(6).len(), 2 + 0x22);
        for there in [b"GPS".as_slice(), b"Cam", b"Home", b"another"] {
            assert!(!turned_on.windows(there.len()).any(|window| window == there));
        }
        assert_eq!(bare(&kept), None, "there is nothing to take away");
        assert_eq!(bare(&turned_on), None);
        assert_eq!(dimensions(&turned_on), Some((32, 16)));
    }

    #[test]
    fn a_png_loses_its_texts_and_nothing_else() {
        let part = |name: &[u8], content: &[u8]| {
            let length = u32::try_from(content.len()).unwrap().to_be_bytes();
            [&length[..], name, content, b"sum!"].concat()
        };
        let (first, points, end) =
            (part(b"IHDR", b"size"), part(b"IDAT", b"points"), part(b"IEND", b""));
        let kept = [PNG, &first, &points, &end].concat();
        let (text, notes) = (part(b"tEXt", b"Author\0Rossi"), part(b"eXIf", b"MM\0*"));
        let whole = [PNG, &first, &text, &points, &notes, &end, b"and more"].concat();
        assert_eq!(bare(&whole), Some(kept.clone()));
        assert_eq!(bare(&kept), None);
    }

    #[test]
    fn what_cannot_be_read_stays_as_it_is() {
        let whole = jpeg_with(&[segment(0xe1, &notes(6))]);
        for length in 0..whole.len() - 4 {
            // Cut short among its points it is a picture still.
            let cut = bare(whole.get(..length).unwrap());
            assert!(cut.is_none_or(|cut| cut.len() < length), "{length}");
        }
        for broken in [&b"%PDF-"[..], b"\xff\xd8\xff\xe1\0\0", b"\xff\xd8\xff\xe1\0\x01x", PNG] {
            assert_eq!(bare(broken), None);
        }
        let wild = b"Exif\0\0II*\0\xff\xff\xff\xff\xff\xff";
        assert_eq!(turned(wild), None);
    }
}
