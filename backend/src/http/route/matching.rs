//! Paths against templates such as `/api/v1/companies/{company}/payments`.

/// Whether the path is one of the template's.
pub fn matches(template: &str, path: &str) -> bool {
    let mut parts = path.split('/');
    for wanted in template.split('/') {
        match parts.next() {
            Some(part) if part == wanted || (wanted.starts_with('{') && !part.is_empty()) => {}
            _ => return false,
        }
    }
    parts.next().is_none()
}

/// What stands in the path for the template's `{…}`, in order, if the path is one of the template's.
pub fn segments<'p>(template: &str, path: &'p str) -> Vec<&'p str> {
    template
        .split('/')
        .zip(path.split('/'))
        .filter(|(wanted, _)| wanted.starts_with('{'))
        .map(|(_, part)| part)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_the_templates_or_it_is_not() {
        let template = "/api/v1/companies/{company}/payments/{payment}";
        for (path, expected) in [
            ("/api/v1/companies/a/payments/b", true),
            ("/api/v1/companies/a/payments", false),
            ("/api/v1/companies/a/payments/", false),
            ("/api/v1/companies//payments/b", false),
            ("/api/v1/companies/a/payments/b/", false),
            ("/api/v1/companies/a/declarations/b", false),
            ("", false),
        ] {
            assert_eq!(matches(template, path), expected, "{path}");
        }
        assert_eq!(segments(template, "/api/v1/companies/a/payments/b"), ["a", "b"]);
        assert!(segments("/api/v1/session", "/api/v1/session").is_empty());
    }
}
