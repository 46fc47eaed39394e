//! What the screens of notices say.

mod de;
mod en;
mod it;

use shared::lang::Lang;
use shared::notices::Cause;

pub(super) struct Texts {
    pub title: &'static str,
    /// In the order of [`Cause`]: its name, what it means, what to look at.
    pub causes: [(&'static str, &'static str, &'static str); 6],
    pub provisional: &'static str,
    pub negative: &'static str,
    pub dates: &'static str,
    pub declared: &'static str,
    pub recalculated: &'static str,
    pub difference: &'static str,
    pub days: fn(&str, &str) -> String,
    pub sanction: fn(&str, &str, u32) -> String,
    pub cap: &'static str,
    pub total: &'static str,
    pub halved: fn(&str, &str) -> String,
    pub agrees: &'static str,
    pub paid_on: fn(&str) -> String,
    pub paid: &'static str,
    pub part_paid: fn(&str) -> String,
    pub differs: fn(&str) -> String,
    pub today: &'static str,
    pub today_halved: &'static str,
    pub late: fn(&str) -> String,
    pub row: &'static str,
    pub rate_of_parameters: fn(&str) -> String,
    pub screen: &'static str,
    pub lead: &'static str,
    pub one_company: &'static str,
    pub counters: fn(u64, u64) -> String,
    /// Labels of the counters.
    pub counts: [&'static str; 6],
    pub groups: &'static str,
    pub groups_lead: &'static str,
    pub group_line: fn(u64, u64) -> String,
    pub months: &'static str,
    pub next_term: &'static str,
    pub oldest: &'static str,
    pub spared: &'static str,
    pub named: &'static str,
    pub others: fn(u64) -> String,
    pub show_group: &'static str,
    pub search: &'static str,
    pub cause_label: &'static str,
    pub every_cause: &'static str,
    pub stage_label: &'static str,
    pub open_stages: &'static str,
    pub side_label: &'static str,
    pub every_side: &'static str,
    /// In the order of [`shared::notices::Side`].
    pub sides: [&'static str; 2],
    pub within: fn(i64) -> String,
    pub sort_label: &'static str,
    /// In the order of [`shared::notices::Sort::ALL`].
    pub sorts: [&'static str; 5],
    pub clear: &'static str,
    pub none: &'static str,
    pub none_text: &'static str,
    pub none_filtered: &'static str,
    /// Headings of the list.
    pub columns: [&'static str; 7],
    pub halved_by: fn(&str, &str) -> String,
    pub overdue: &'static str,
    pub clocks: fn(i64) -> String,
    pub no_clock: fn(i64) -> String,
    pub notices: fn(u64) -> String,
    pub days_left: fn(i64) -> String,
    pub pay_until: fn(&str, &str) -> String,
    pub ran_out: fn(&str) -> String,
    pub choosing: &'static str,
    pub stop_choosing: &'static str,
    pub choose: fn(&str) -> String,
    pub chosen: fn(u64) -> String,
    pub next_steps: &'static str,
    pub copy_rows: &'static str,
    pub copy_letter: &'static str,
    pub copied: &'static str,
    pub evidence: &'static str,
    pub letter: fn(&str) -> String,
    pub recomputed: &'static str,
    pub firm: fn(&str, &str, u64) -> String,
    pub no_cas: &'static str,
    /// Headings of the recalculation.
    pub heads: [&'static str; 8],
    pub total_line: &'static str,
    pub same: &'static str,
    pub right: &'static str,
    pub other: fn(&str, &str) -> String,
    pub incomplete: &'static str,
    pub no_return: &'static str,
    pub no_size: &'static str,
    /// What a request about a notice is called.
    pub subject: fn(number: &str) -> String,
    pub open_return: &'static str,
    pub group_unknown: &'static str,
    pub qualification: fn(&str) -> String,
    pub own_fund: &'static str,
    pub apprentices: &'static str,
    pub suppose: &'static str,
    pub suppose_lead: &'static str,
    pub size: &'static str,
    pub size_help: &'static str,
    pub size_wrong: &'static str,
    pub cas: &'static str,
    /// In the order of [`shared::rates::CaEffect`].
    pub effects: [&'static str; 4],
    pub fits: &'static str,
    pub fit: fn(&str, u64) -> String,
    pub no_fit: &'static str,
    pub reset: &'static str,
    pub no_notice: &'static str,
    pub less: fn(&str) -> String,
    pub more: fn(&str) -> String,
    pub unchanged: &'static str,
    pub turned: &'static str,
    pub supposed_total: &'static str,
}

impl Texts {
    /// A cause: its name, what it means, what to look at.
    pub fn cause(&self, cause: Cause) -> (&'static str, &'static str, &'static str) {
        let place = match cause {
            Cause::Rate => 0,
            Cause::Durc => 1,
            Cause::WageIntegration => 2,
            Cause::Sanctions => 3,
            Cause::Pending => 4,
            Cause::Other => 5,
        };
        self.causes.get(place).copied().unwrap_or_default()
    }
}

pub(super) fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::It => &it::TEXTS,
        Lang::En => &en::TEXTS,
        Lang::De => &de::TEXTS,
    }
}
