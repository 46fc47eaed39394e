//! What a line of a feed looks like, as JSON Schema (draft 2020-12): one schema a section, made from its description.

use serde_json::{Map, Value, json};
use shared::lang::Lang;
use shared::sections::{Field, Kind, SECTIONS, Section, Sign};

/// Schemas of the lines of all feeds, by slug.
pub fn all() -> Value {
    let fed = SECTIONS.iter().filter(|section| section.source.is_fed());
    Value::Object(fed.map(|section| (section.slug.to_owned(), line(section))).collect())
}

/// The schema of a line of one section's feed.
pub fn line(section: &Section) -> Value {
    let key = section.key.iter().filter_map(|name| Some(section.field(name)?.1));
    let put = object(section.fields.iter(), |field| field.required);
    let delete = object(key, |_| true);
    let operation = |name: &str, record: Value| json!({ "properties": { "op": { "const": name }, "record": record } });
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": section.words.title.of(Lang::En),
        "description": section.words.help.of(Lang::En),
        "type": "object",
        "properties": {
            "section": { "const": section.slug },
            "company": {
                "type": "string", "pattern": "^([0-9]{11}|[A-Z0-9]{16})$",
                "description": "Tax code of the company.",
            },
            "op": { "enum": ["put", "delete"] },
            "record": { "type": "object" },
        },
        "required": ["section", "company", "op", "record"],
        "additionalProperties": false,
        "oneOf": [operation("put", put), operation("delete", delete)],
    })
}

fn object<'f>(fields: impl Iterator<Item = &'f Field>, required: fn(&Field) -> bool) -> Value {
    let mut properties = Map::new();
    let mut names = Vec::new();
    for field in fields {
        properties.insert(field.name.to_owned(), property(field, required(field)));
        if required(field) {
            names.push(field.name);
        }
    }
    json!({
        "type": "object", "properties": properties, "required": names, "additionalProperties": false,
    })
}

fn property(field: &Field, required: bool) -> Value {
    let (mut kinds, mut schema) = of_kind(field.kind);
    if field.sign == Sign::NotNegative {
        schema["pattern"] = json!("^[0-9]+\\.[0-9]{2}$");
    }
    if !required {
        kinds.push("null");
    }
    schema["type"] = match kinds.as_slice() {
        [only] => json!(only),
        several => json!(several),
    };
    if let (false, Some(codes)) = (required, schema.get_mut("enum").and_then(Value::as_array_mut)) {
        codes.push(Value::Null);
    }
    schema["description"] = json!(describe(field));
    schema
}

/// The label, and the codes with their words.
fn describe(field: &Field) -> String {
    let label = field.label(Lang::En);
    match field.kind {
        Kind::Code(codes) => {
            let codes: Vec<String> = codes
                .iter()
                .map(|code| format!("`{}` {}", code.code, code.words(Lang::En)))
                .collect();
            format!("{label}: {}", codes.join(", "))
        }
        _ => match field.sign {
            Sign::NegativeWhere { field, codes } => {
                let codes = codes.join("` or `");
                format!("{label}; below zero only where `{field}` is `{codes}`")
            }
            Sign::Any | Sign::NotNegative => label.to_owned(),
        },
    }
}

/// The types a value may have, and what else the schema says of it.
fn of_kind(kind: Kind) -> (Vec<&'static str>, Value) {
    let pattern = |pattern: &str| (vec!["string"], json!({ "pattern": pattern }));
    match kind {
        Kind::Text(max) => (vec!["string"], json!({ "maxLength": max })),
        Kind::Number(max) => {
            (vec!["string"], json!({ "maxLength": max, "pattern": "^[A-Za-z0-9 ./_:()-]*$" }))
        }
        Kind::Code(codes) => {
            let codes: Vec<&str> = codes.iter().map(|code| code.code).collect();
            (vec!["string"], json!({ "enum": codes }))
        }
        Kind::Day => (vec!["string"], json!({ "format": "date" })),
        Kind::Month => pattern("^[0-9]{4}-(0[1-9]|1[0-2])$"),
        Kind::Year => (
            vec!["integer", "string"],
            json!({ "minimum": 1900, "maximum": 2999, "pattern": "^[0-9]{4}$" }),
        ),
        Kind::Moment => pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-2][0-9]:[0-5][0-9](:[0-5][0-9])?$"),
        Kind::Euro => pattern("^-?[0-9]+\\.[0-9]{2}$"),
        Kind::Percent => pattern("^[0-9]+(\\.[0-9]{1,4})?$"),
        Kind::Count => (
            vec!["integer", "string"],
            json!({ "minimum": 0, "maximum": 999_999_999, "pattern": "^[0-9]{1,9}$" }),
        ),
        Kind::Flag => (vec!["boolean"], json!({})),
        Kind::Matricola => pattern("^[0-9]{10}$"),
        Kind::PersonCode => pattern("^[A-Z0-9]{16}$"),
        Kind::CompanyCode => pattern("^[0-9]{11}$"),
        Kind::TaxCode => pattern("^([0-9]{11}|[A-Z0-9]{16})$"),
        Kind::RegisterNumber(_) => pattern("^[0-9]{12}$"),
        Kind::Office => pattern("^[0-9]{4}$"),
        Kind::Csc => pattern("^[0-9]{5}$"),
        Kind::Cas => pattern("^([0-9][A-Z]( ?[0-9][A-Z])*)?$"),
        Kind::Ateco => pattern("^[0-9]{6}$"),
        Kind::Email => (vec!["string"], json!({ "format": "email" })),
        Kind::Digits(length) => pattern(&format!("^[0-9]{{{length}}}$")),
        Kind::Province => pattern("^[A-Z]{2}$"),
        Kind::Id => pattern("^[0-7][0-9A-HJKMNP-TV-Z]{25}$"),
    }
}
