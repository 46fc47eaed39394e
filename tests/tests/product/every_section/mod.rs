//! What holds for every section, checked over the table of sections: list, detail, search, filter, order, pages, files, feeds,
//! corrections, and that strangers learn nothing.

mod corrections;
mod derived;
mod feeds;
mod files;
mod lists;
mod offices;
mod registry;
mod sample;
mod strangers;

use harness::{Client, TestApp, World};
use shared::ids::CompanyId;
use shared::intake::{FileKind, Report, Show as ShowImport, Submit};
use shared::sections::{Entries, Index, List, Record, Row, SECTIONS, Section, Show};

/// A company of which every fed section has its sample, and people who look at it.
pub struct House {
    /// The program.
    pub app: TestApp,
    /// Its world.
    pub world: World,
    /// Who feeds.
    pub administrator: Client,
    /// Who represents the company.
    pub owner: Client,
    /// The company's tax code.
    pub tax_code: String,
    /// The matricola of its position.
    pub matricola: String,
}

impl House {
    /// Without any record.
    pub async fn empty() -> Self {
        let app = TestApp::new().await;
        let world = World::of(&app).await;
        let administrator = app.sign_in("amministratore").await;
        let owner = app.sign_in("titolare").await;
        let brief = owner.send(&shared::companies::Show { company: world.company }).await.unwrap();
        let matricola = brief.positions[0].matricola.to_string();
        Self { app, world, administrator, owner, tax_code: brief.tax_code, matricola }
    }

    /// With the sample of every fed section.
    pub async fn full() -> Self {
        let house = Self::empty().await;
        let feed = house.whole_feed();
        let report = house.feed("all.jsonl", &feed).await;
        assert_eq!(report.import.errors, 0, "{:?}", report.issues);
        house
    }

    /// The sample of every fed section, in one file.
    pub fn whole_feed(&self) -> String {
        let mut lines = Vec::new();
        for section in sample::fed() {
            for record in sample::records(section) {
                lines.push(sample::put(section, &self.tax_code, &record));
            }
        }
        lines.join("\n")
    }

    /// The company.
    pub fn company(&self) -> CompanyId {
        self.world.company
    }

    /// Feeds these lines; the report.
    pub async fn feed(&self, name: &str, lines: &str) -> Report {
        let submit = Submit { kind: FileKind::Sections, name: name.to_owned() };
        let import = self.administrator.hand_in(&submit, lines.to_owned()).await.unwrap();
        self.administrator.send(&ShowImport { import: import.id }).await.unwrap()
    }

    /// How full the sections are.
    pub async fn index(&self, client: &Client) -> Entries {
        client.send(&Index { company: self.company(), titles: None }).await.unwrap()
    }

    /// The list of a section.
    pub fn list(&self, section: &Section) -> List {
        List { company: self.company(), section: section.slug.to_owned(), ..Default::default() }
    }

    /// A record of a section.
    pub fn show(&self, section: &Section, key: &str) -> Show {
        let (section, key) = (section.slug.to_owned(), key.to_owned());
        Show { company: self.company(), section, key }
    }

    /// All rows of a section, as the owner sees them.
    pub async fn rows(&self, section: &Section) -> Vec<Row> {
        let list = List { limit: Some(100), ..self.list(section) };
        let page = self.owner.send(&list).await.unwrap();
        assert_eq!(page.next, None, "{}", section.slug);
        assert_eq!(page.total, Some(page.items.len() as u64), "{}", section.slug);
        page.items
    }

    /// A record, as the owner sees it.
    pub async fn record(&self, section: &Section, key: &str) -> Record {
        self.owner.send(&self.show(section, key)).await.unwrap()
    }
}

#[test]
fn every_capability_has_its_section() {
    for number in (10..=32).chain([34]) {
        let row = format!("M{number}");
        assert!(SECTIONS.iter().any(|section| section.row == row), "{row}");
    }
}
