//! Sources for the content security policy: the hash of every inline script or style of the shell.

use sha2::{Digest, Sha256};

/// The `sha256-…` sources of the inline elements called `tag` (`script` or `style`), in order, each once.
/// Elements with a `src` are not inline; comments hold no elements.
pub fn hashes(html: &str, tag: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at..];
        if rest.starts_with("<!--") {
            rest = rest.split_once("-->").map_or("", |(_, after)| after);
        } else if let Some((attributes, content, after)) = element(rest, tag) {
            let hash = format!("sha256-{}", base64(&Sha256::digest(content)));
            if !has_src(attributes) && !found.contains(&hash) {
                found.push(hash);
            }
            rest = after;
        } else {
            rest = &rest[1..];
        }
    }
    found
}

/// The attributes and content of the element `tag` that `html` starts with, and what follows it.
fn element<'a>(html: &'a str, tag: &str) -> Option<(&'a str, &'a str, &'a str)> {
    let after_name = html.strip_prefix('<')?.strip_prefix(tag)?;
    if !after_name.starts_with(|c: char| c == '>' || c.is_ascii_whitespace()) {
        return None;
    }
    let (attributes, after_tag) = after_name.split_once('>')?;
    let (content, after) = after_tag.split_once(&format!("</{tag}"))?;
    Some((attributes, content, after))
}

fn has_src(attributes: &str) -> bool {
    attributes.split_ascii_whitespace().any(|word| word.starts_with("src=") || word == "src")
}

/// Base64 with padding, as the policy writes hashes.
fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let group = chunk.iter().fold(0_u32, |group, &byte| group << 8 | u32::from(byte))
            << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let sextet = group >> (18 - 6 * place) & 63;
            text.push(if place <= chunk.len() {
                char::from(ALPHABET[sextet as usize])
            } else {
                '='
            });
        }
    }
    text
}
