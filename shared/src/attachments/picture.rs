//! How large a picture is, by its first bytes: asked before it is unpacked, for a picture of many pixels takes much memory.

/// Most pixels of a picture that the device makes smaller.
pub const MOST_PIXELS: u64 = 50_000_000;

/// Width and height of a JPEG or PNG, in pixels; nothing if the beginning does not tell.
pub fn dimensions(head: &[u8]) -> Option<(u32, u32)> {
    if head.starts_with(b"\x89PNG\r\n\x1a\n") {
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
