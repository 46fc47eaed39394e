//! What stands in the places that a template such as `/api/v1/companies/{company}/payments` leaves open.

/// What stands in the path for the template's `{…}`, in order, of a path that is the template's.
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
    fn what_is_open_comes_in_order() {
        let template = "/api/v1/companies/{company}/payments/{payment}";
        assert_eq!(segments(template, "/api/v1/companies/a/payments/b"), ["a", "b"]);
        assert!(segments("/api/v1/session", "/api/v1/session").is_empty());
    }
}
