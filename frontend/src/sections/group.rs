//! The four parts of a company's file that the archives are shown in.

use shared::sections::Section;

use super::text::Texts;
use crate::ui::IconName;

/// A part of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Who the company is.
    Registry,
    /// What it declares and pays.
    Contributions,
    /// What it owes beyond that, and the acts about it.
    Debts,
    /// What it applied for, and what it was sent.
    Events,
}

impl Group {
    /// Every part, in the order of the page.
    pub const ALL: [Group; 4] =
        [Group::Registry, Group::Contributions, Group::Debts, Group::Events];

    /// The part that an archive belongs to, by the capability it shows.
    pub fn of(section: &Section) -> Group {
        match section.row {
            "M20" | "M22" | "M26" | "M27" | "M28" | "M29" | "M40" | "M41" | "M84" => Group::Debts,
            "M21" | "M30" | "M31" => Group::Events,
            "M23" | "M24" | "M25" | "M34" => Group::Contributions,
            _ => Group::Registry,
        }
    }

    /// What it is called.
    pub const fn title(self, words: &'static Texts) -> &'static str {
        match self {
            Group::Registry => words.registry,
            Group::Contributions => words.contributions,
            Group::Debts => words.debts,
            Group::Events => words.events,
        }
    }

    /// Its icon.
    pub const fn icon(self) -> IconName {
        match self {
            Group::Registry => IconName::Building,
            Group::Contributions => IconName::Receipt,
            Group::Debts => IconName::Flag,
            Group::Events => IconName::Calendar,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Group;
    use shared::sections::SECTIONS;

    #[test]
    fn every_part_has_an_archive_and_the_register_only_its_own() {
        for section in SECTIONS {
            let registry = section.row.starts_with("M1") || section.row == "M32";
            assert_eq!(Group::of(section) == Group::Registry, registry, "{}", section.slug);
        }
    }
}
