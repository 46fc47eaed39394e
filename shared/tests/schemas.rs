//! The schemas of values that travel as text or as a number say what the values look like.
#![cfg(feature = "openapi")]

use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Value, json};
use shared::calendar::{Day, Instant, Month};
use shared::fiscal::{Csc, Matricola, PersonTaxCode, TaxCode};
use shared::money::Euro;
use shared::offices::OfficeCode;

/// The schema as a field of another type refers to it, without its description.
fn schema<T: JsonSchema>() -> Value {
    let mut schema = SchemaGenerator::default().subschema_for::<T>().to_value();
    if let Some(fields) = schema.as_object_mut() {
        fields.remove("description");
    }
    schema
}

#[test]
fn identifiers_are_texts_with_a_pattern() {
    let pattern = |pattern: &str| json!({ "type": "string", "pattern": pattern });
    assert_eq!(schema::<Matricola>(), pattern("^[0-9]{10}$"));
    assert_eq!(schema::<PersonTaxCode>(), pattern("^[A-Z0-9]{16}$"));
    assert_eq!(schema::<TaxCode>(), pattern("^([0-9]{11}|[A-Z0-9]{16})$"));
    assert_eq!(schema::<OfficeCode>(), pattern("^[0-9]{4}$"));
    assert_eq!(schema::<Csc>(), pattern("^[0-9]{5}$"));
    assert_eq!(schema::<Month>(), pattern("^[0-9]{4}-(0[1-9]|1[0-2])$"));
    assert_eq!(schema::<Day>(), json!({ "type": "string", "format": "date" }));
}

#[test]
fn amounts_and_moments_are_integers() {
    let mut generator = SchemaGenerator::default();
    for schema in [generator.root_schema_for::<Euro>(), generator.root_schema_for::<Instant>()] {
        assert_eq!(schema.get("type"), Some(&json!("integer")));
        assert_eq!(schema.get("format"), Some(&json!("int64")));
    }
}
