//! A year of requests that were answered, as the counts that are left of them: what the figures of offices are made of.

use shared::calendar::{Day, is_working_day};
use shared::ids::PersonId;
use shared::offices::OfficeCode;
use shared::requests::topics::TopicId;

use crate::demo::Forge;
use crate::demo::names::PLACES;
use crate::fault::Result;
use crate::parameters::service as parameters;
use crate::statistics::service::{self as statistics, Answered};
use crate::store::WriteTx;

/// Days of it.
const DAYS: i64 = 400;
/// Answers of a working day at most, of the office that is told and of the others.
const MOST: [u32; 2] = [5, 2];

/// Counts what each office answered; at `told` the answers are those of `people`.
pub(super) fn store(
    tx: &mut dyn WriteTx,
    told: OfficeCode,
    people: &[PersonId],
    forge: &mut Forge,
) -> Result<()> {
    let known = parameters::topics(tx)?;
    let topics: Vec<TopicId> = known.all().map(|(_, topic)| topic.id).collect();
    for place in PLACES {
        let Ok(office) = OfficeCode::parse(place.office) else { continue };
        let most = if office == told { MOST[0] } else { MOST[1] };
        let somebody = [forge.id(forge.now)];
        let people = if office == told { people } else { &somebody };
        for back in (1..=DAYS).rev() {
            let day = forge.today.plus_days(-back);
            if people.is_empty() || !is_working_day(day, Some(office)) {
                continue;
            }
            for _ in 0..forge.random.u32(..=most) {
                // The topics that come first are asked about more often.
                let topic = topics
                    [forge.random.usize(..topics.len()).min(forge.random.usize(..topics.len()))];
                let (days, person) = (days(topic, forge), *forge.pick(people));
                let answered = Answered { office, topic, day, days, person };
                statistics::answered(tx, &answered)?;
                statistics::came(tx, office, opened(office, day, days))?;
                statistics::went(tx, office, day)?;
            }
        }
    }
    Ok(())
}

/// Working days to the answer: some topics take longer than others, and one in ten of any takes long.
fn days(topic: TopicId, forge: &mut Forge) -> u16 {
    let usual = 1 + topic.group().0 / 100 % 5;
    let more = forge.random.u16(..4);
    if forge.chance(10) { usual + more + forge.random.u16(5..14) } else { usual + more }
}

/// The day on which something was sent that was answered after so many working days.
fn opened(office: OfficeCode, answered: Day, days: u16) -> Day {
    let mut day = answered;
    for _ in 0..days {
        day = day.plus_days(-1);
        while !is_working_day(day, Some(office)) {
            day = day.plus_days(-1);
        }
    }
    day
}
