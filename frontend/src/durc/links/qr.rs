//! A QR code as a drawing, made on the device: the secret goes nowhere.

use core::fmt::Write;

use qrcodegen::{QrCode, QrCodeEcc};
use yew::prelude::*;

/// Light modules around the code (ISO/IEC 18004).
const QUIET: i32 = 4;

/// The path of the dark modules and the width of the whole, in modules; none for a text too long for a code.
fn drawing(text: &str) -> Option<(String, i32)> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            // Writing into a string cannot fail.
            let _ = write!(path, "M{} {}h1v1h-1z", x + QUIET, y + QUIET);
        }
    }
    Some((path, code.size() + 2 * QUIET))
}

/// Props of [`Qr`].
#[derive(PartialEq, Properties)]
pub struct QrProps {
    /// What it says.
    pub text: AttrValue,
    /// What it is, for whoever does not see it.
    pub label: AttrValue,
}

/// The code, dark on light in either scheme: readers want it so.
#[component]
pub fn Qr(props: &QrProps) -> Html {
    let Some((path, size)) = drawing(&props.text) else { return html! {} };
    let size = size.to_string();
    html! {
        <svg class="qr" viewBox={["0 0 ", &size, " ", &size].concat()} role="img" aria-label={props.label.clone()}>
            <rect class="qr-light" width={size.clone()} height={size} />
            <path class="qr-dark" d={path} />
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::{QUIET, drawing};

    #[test]
    fn an_address_with_a_secret_fits_and_has_its_three_eyes() {
        let address = format!("https://cassetto.example.org/verifica/{}", "a".repeat(64));
        let (path, size) = drawing(&address).unwrap();
        // Version 7 with medium correction holds 122 bytes: 45 modules.
        assert!((37..=45).contains(&(size - 2 * QUIET)), "{size}");
        let far = size - QUIET - 7;
        for (x, y) in [(QUIET, QUIET), (far, QUIET), (QUIET, far)] {
            for (x, y) in [(x, y), (x + 6, y), (x, y + 6), (x + 3, y + 3)] {
                assert!(path.contains(&format!("M{x} {y}h1v1h-1z")), "{x} {y}");
            }
        }
    }
}
