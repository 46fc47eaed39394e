//! The API document tells of every endpoint.

use harness::TestApp;
use serde_json::Value;
use shared::endpoint::{ENDPOINTS, Effect, Payload};
use shared::export::Format;

#[tokio::test]
async fn the_document_has_every_endpoint_with_its_schemas() {
    let app = TestApp::new().await;
    let document: Value = app.anonymous().get("/api/v1/openapi.json").await.json();
    let mut operations = 0;
    for spec in ENDPOINTS {
        let operation = &document["paths"][spec.path][spec.method.as_str().to_ascii_lowercase()];
        assert_eq!(operation["operationId"], spec.name, "{}", spec.path);
        assert_eq!(operation["summary"], spec.summary, "{}", spec.name);
        operations += 1;
        let answers = &operation["responses"];
        let media = match spec.effect {
            // Of no format that one could choose.
            _ if [
                "attachments.download",
                "requests.files",
                "receipts.download",
                "sections.document",
            ]
            .contains(&spec.name) =>
            {
                "application/octet-stream"
            }
            _ if spec.name == "live.listen" => "text/event-stream",
            _ if spec.name == "deadlines.feed" => "text/calendar",
            Effect::Export => Format::Csv.media_type(),
            _ => "application/json",
        };
        let content = &answers["200"]["content"][media]["schema"];
        assert!(content.is_object() || answers["204"].is_object(), "{} answers nothing", spec.name);
        let asked = &operation["requestBody"]["content"];
        match spec.payload {
            Payload::Query => assert!(asked.is_null(), "{}", spec.name),
            Payload::Json | Payload::Bulk => {
                assert!(asked["application/json"]["schema"].is_object(), "{}", spec.name);
            }
            Payload::File(_) => {
                assert!(asked["application/octet-stream"].is_object(), "{}", spec.name);
            }
        }
        let parameters = operation["parameters"].as_array().map(Vec::as_slice).unwrap_or_default();
        let key = parameters.iter().any(|parameter| parameter["in"] == "header");
        assert_eq!(key, spec.effect == Effect::Write, "{} and its key", spec.name);
        let in_path = parameters.iter().filter(|parameter| parameter["in"] == "path").count();
        assert_eq!(in_path, spec.path.matches('{').count(), "{}", spec.name);
    }
    let paths = document["paths"]
        .as_object()
        .map(|paths| paths.values().cloned().collect::<Vec<_>>())
        .unwrap();
    let told: usize = paths.iter().filter_map(Value::as_object).map(serde_json::Map::len).sum();
    assert_eq!(told, operations, "the document tells of nothing else");
}

#[tokio::test]
async fn every_reference_in_the_document_leads_somewhere() {
    let app = TestApp::new().await;
    let document: Value = app.anonymous().get("/api/v1/openapi.json").await.json();
    let mut references = Vec::new();
    collect(&document, &mut references);
    assert!(!references.is_empty());
    for reference in references {
        let pointer = reference
            .strip_prefix('#')
            .unwrap_or_else(|| panic!("{reference} leads out of the document"));
        assert!(document.pointer(pointer).is_some(), "{reference} leads nowhere");
    }
}

fn collect(value: &Value, references: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            references.extend(fields.get("$ref").and_then(Value::as_str).map(str::to_owned));
            fields.values().for_each(|field| collect(field, references));
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, references)),
        _ => {}
    }
}
